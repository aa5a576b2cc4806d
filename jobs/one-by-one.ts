/**
 * Does something for each of a list. One that fails keeps none of the others from it: what failed is thrown when all
 * have had their turn. Gives what came of each.
 */
export async function oneByOne<Item, Came>(
  items: readonly Item[],
  body: (item: Item) => Promise<Came>,
  what: string,
): Promise<Came[]> {
  const failures: unknown[] = []
  const came: Came[] = []
  for (const item of items) {
    try {
      came.push(await body(item))
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length === 1) throw failures[0]
  if (failures.length > 1) throw new AggregateError(failures, `${what} failed for ${failures.length}`)
  return came
}
