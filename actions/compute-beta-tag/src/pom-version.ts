import { parseXml, XmlElement } from "@rgrove/parse-xml";

import { absent, type Found, type Manifest } from "./manifest.ts";

/**
 * `project.version`, else the parent's, with `${name}` taken from the project's own properties, as Maven's CI-friendly
 * versions have it. https://maven.apache.org/guides/mini/guide-maven-ci-friendly.html
 */
export function pomVersion({ content }: Manifest): Found {
  const project = parseXml(content).root ?? undefined;
  if (project?.name !== "project") return absent("its root element is not <project>");
  const written = textOf(child(project, "version")) ?? textOf(child(child(project, "parent"), "version"));
  if (written === undefined) return absent("neither the project nor its parent has a version");
  const properties = child(project, "properties");
  const version = written.replaceAll(
    /\$\{([^{}]+)\}/g,
    (placeholder, name: string) => textOf(child(properties, name)) ?? placeholder,
  );
  const unknown = /\$\{[^{}]+\}/.exec(version)?.[0];
  return unknown === undefined
    ? { kind: "version", text: version }
    : absent(`its version is ${written}, and it has no property for ${unknown}`);
}

function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((node): node is XmlElement => node instanceof XmlElement && node.name === name);
}

function textOf(element: XmlElement | undefined): string | undefined {
  const text = element?.text.trim();
  return text === "" ? undefined : text;
}
