/** What the headers of an executable say. */
export type ElfFacts =
  | {
      readonly kind: "elf";
      readonly class: 32 | 64;
      /** `aarch64`, `x86-64`, `arm`, `386`, `riscv64`, …, or the number where it has no name here. */
      readonly machine: string;
      /** What loads it; undefined when it is linked statically. */
      readonly interpreter: string | undefined;
      readonly littleEndian: boolean;
      readonly type: "executable" | "shared" | "other";
    }
  | { readonly kind: "not-elf" };

export function readElf(file: string): Promise<ElfFacts> {
  return Promise.reject(new Error(`${file} is not read yet`));
}
