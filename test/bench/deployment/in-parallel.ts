/** Acts on every item, so many at once, and answers in their order. After the first failure no further one is begun. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  workers: number,
  act: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  let failed = false;
  const work = async () => {
    for (const [index, item] of queue) {
      if (failed) return;
      try {
        results[index] = await act(item, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return results;
}
