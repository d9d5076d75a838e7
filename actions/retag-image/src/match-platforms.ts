/** The platforms that are required and not there. A requirement without a variant is met by every variant. */
export function missingPlatforms(required: readonly string[], available: readonly string[]): readonly string[] {
  const known = available.map(canonical);
  return required.filter((platform) => {
    const wanted = canonical(platform);
    return !known.some((one) => one === wanted || (!hasVariant(wanted) && one.startsWith(`${wanted}/`)));
  });
}

/** The variants that are what is meant without one: https://github.com/containerd/platforms */
function canonical(platform: string): string {
  return platform.replace(/\/arm64\/v8$/, "/arm64").replace(/\/amd64\/v1$/, "/amd64");
}

function hasVariant(platform: string): boolean {
  return platform.split("/").length > 2;
}
