/** Cuts a stream of bytes into lines where the runner does: at CR, LF and CRLF. */
export interface LineSplitter {
  push(chunk: Buffer): void;
  /** Hands over what stands after the last line end. */
  end(): void;
}

export function createLineSplitter(onLine: (line: string) => void): LineSplitter {
  const decoder = new TextDecoder();
  let rest = "";
  return {
    push(chunk) {
      rest += decoder.decode(chunk, { stream: true });
      // A CR at the end may be the first half of a CRLF, so it waits for the next chunk.
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? "";
      for (const line of lines) onLine(line);
    },
    end() {
      const last = rest.replace(/\r$/, "");
      rest = "";
      if (last !== "") onLine(last);
    },
  };
}
