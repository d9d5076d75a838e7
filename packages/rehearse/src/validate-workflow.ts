import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validate } from "@actions/languageservice/validate";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "yaml";

/** The repository whose actions a workflow uses, as callers would name it. */
export interface OwnActions {
  /** `owner/name` */
  readonly fullName: string;
  readonly root: string;
}

/**
 * Validates a workflow with GitHub's own language service, offline: syntax, contexts, functions, and the inputs of this
 * repository's actions. The service does not know the form `$/path`, so it is shown the long one. Returns one line for
 * each complaint, with its place.
 */
export async function validateWorkflow(path: string, text: string, own: OwnActions): Promise<string[]> {
  const long = text.replaceAll(/uses: \$\/(\S+)/g, `uses: ${own.fullName}/$1@v0`);
  // The service remembers what it parsed by address, so another text needs another one.
  const document = TextDocument.create(
    `file:///${createHash("sha256").update(long).digest("hex")}/${path}`,
    "yaml",
    0,
    long,
  );
  const fetchActionMetadata = ({ owner, name, path: folder }: { owner: string; name: string; path?: string }) =>
    Promise.resolve(
      `${owner}/${name}` === own.fullName && folder !== undefined ? readAction(join(own.root, folder)) : undefined,
    );
  const found = await validate(document, {
    actionsMetadataProvider: { fetchActionMetadata },
    fileProvider: { getFileContent: (reference) => Promise.resolve(readCalled(reference.path, own)) },
  });
  const complaints = found.map(({ range, message }) => ({
    line: range.start.line + 1,
    text: typeof message === "string" ? message : message.value,
  }));
  // Third-party actions cannot be looked up offline; only a missing one of this repository is a fault.
  const isUnseen = (text: string): boolean =>
    text.startsWith("Unable to resolve action") && !text.includes(`\`${own.fullName}/`);
  return complaints.filter(({ text }) => !isUnseen(text)).map(({ line, text }) => `${path}:${line}: ${text}`);
}

function readAction(folder: string): { name: string; description: string } | undefined {
  const file = join(folder, "action.yml");
  return existsSync(file) ? (parse(readFileSync(file, "utf8")) as { name: string; description: string }) : undefined;
}

function readCalled(path: string, own: OwnActions) {
  return { name: path, content: readFileSync(join(own.root, path), "utf8") };
}
