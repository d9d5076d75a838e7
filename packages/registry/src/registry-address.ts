import { isLoopbackHost } from "@fairway/domain";

/** Where a registry is asked, and by which names Docker's configuration may know it. */
export interface RegistryAddress {
  /** The host as image references write it. */
  readonly host: string;
  /** `https://host`, without a slash at the end. */
  readonly origin: string;
  /** The key under which `docker login` keeps the credentials. */
  readonly configKey: string;
  /** Plain http is spoken, which is allowed on this machine only. */
  readonly loopback: boolean;
}

/**
 * The address of the registry that a host names. Docker Hub's API lives on another host than the one that people write.
 * A host that means this machine by its form speaks plain http; everything else is asked over https.
 */
export function addressOf(host: string): RegistryAddress {
  if (host === "docker.io") {
    return {
      host,
      origin: "https://registry-1.docker.io",
      configKey: "https://index.docker.io/v1/",
      loopback: false,
    };
  }
  const loopback = isLoopbackHost(host.replace(/:\d+$/, ""));
  return { host, origin: `${loopback ? "http" : "https"}://${host}`, configKey: host, loopback };
}
