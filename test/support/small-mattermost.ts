import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The repository below with the example's manifest in it, for the versions of Go and of `node` that this machine has in place
 * of the ones that the example names.
 */
export function smallMattermostToPackage(node = "node"): Readonly<Record<string, string>> {
  const example = join(import.meta.dirname, "../../workflows-examples/arm64-package.manifest.yaml");
  const manifest = readFileSync(example, "utf8")
    .replace('version: "1.22"', `version: "${versionOf("go", "version")}"`)
    .replace('node: "20"', `node: "${versionOf(node, "--version")}"`);
  return { ...smallMattermost, "deployment/package.yml": manifest };
}

function versionOf(program: string, argument: string): string {
  return /\d+\.\d+/.exec(execFileSync(program, [argument], { encoding: "utf8" }))?.[0] ?? "";
}

/**
 * A repository with the places and names that a fork of Mattermost has, and next to nothing in them: what its packages are
 * made of can be built in seconds and without a network.
 */
const smallMattermost: Readonly<Record<string, string>> = {
  "README.md": "# A fork\n",
  "NOTICE.txt": "Notices of third parties\n",
  "server/go.mod": [
    "module github.com/mattermost/mattermost/server/v8",
    "",
    "go 1.22",
    "",
    "require github.com/mattermost/mattermost/server/public v0.0.0",
    "",
    "replace github.com/mattermost/mattermost/server/public => ./public",
    "",
  ].join("\n"),
  "server/public/go.mod": "module github.com/mattermost/mattermost/server/public\n\ngo 1.22\n",
  "server/public/model/version.go": [
    "package model",
    "",
    "var (",
    ...["BuildNumber", "BuildDate", "BuildHash", "BuildHashEnterprise", "BuildEnterpriseReady"].map(
      (name) => `\t${name} string`,
    ),
    ")",
    "",
  ].join("\n"),
  "server/cmd/mattermost/main.go": [
    "package main",
    "",
    'import "github.com/mattermost/mattermost/server/public/model"',
    "",
    "func main() {",
    "\tprintln(model.BuildNumber, model.BuildDate, model.BuildHash, model.BuildHashEnterprise, model.BuildEnterpriseReady)",
    "}",
    "",
  ].join("\n"),
  "server/cmd/mmctl/main.go":
    'package main\n\nimport "github.com/mattermost/mattermost/server/v8/cmd/mmctl/commands"\n\nfunc main() { commands.Version() }\n',
  "server/cmd/mmctl/commands/version.go":
    "package commands\n\nvar buildDate string\n\nfunc Version() { println(buildDate) }\n",
  "server/scripts/config_generator/main.go": [
    "package main",
    "",
    'import "os"',
    "",
    "func main() {",
    '\ttext := `{"ServiceSettings":{"SiteURL":"http://localhost:8065"},"LogSettings":{"ConsoleLevel":"DEBUG"},` +',
    '\t\t`"EmailSettings":{"SendEmailNotifications":true,"FeedbackEmail":"test@example.com","SMTPServer":"localhost","SMTPPort":"10025"}}`',
    '\tif err := os.WriteFile(os.Getenv("OUTPUT_CONFIG"), []byte(text), 0o600); err != nil {',
    "\t\tpanic(err)",
    "\t}",
    "}",
    "",
  ].join("\n"),
  "server/build/MIT-COMPILED-LICENSE.md": "License of the compiled team edition\n",
  "server/config/README.md": "Configuration\n",
  "server/fonts/nunito.ttf": "font",
  "server/i18n/en.json": "[]\n",
  "server/templates/welcome_body.html": "<p></p>\n",
  "server/templates/welcome_body.mjml": "<mjml></mjml>\n",
  "server/templates/partials/card.mjml": "<mjml></mjml>\n",
  "webapp/package.json":
    '{ "name": "webapp", "version": "1.0.0", "private": true, "scripts": { "build": "node build.mjs" } }\n',
  "webapp/package-lock.json":
    '{ "name": "webapp", "version": "1.0.0", "lockfileVersion": 3, "packages": { "": { "name": "webapp", "version": "1.0.0" } } }\n',
  "webapp/build.mjs": [
    'import { mkdirSync, writeFileSync } from "node:fs";',
    'mkdirSync("channels/dist", { recursive: true });',
    'writeFileSync("channels/dist/root.html", "<title>Channels</title>");',
    "",
  ].join("\n"),
};
