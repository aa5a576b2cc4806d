/** What a page hands to the browser, with the path of each value: `loaderData.routes/report.data.flow.0` and so on. */
export function handedOver(page: string): { readonly path: string; readonly value: unknown }[] {
  const [, quoted] = /streamController\.enqueue\(("(?:[^"\\]|\\.)*")\)/.exec(page) ?? []
  if (quoted === undefined) throw new RangeError('this page hands nothing over')
  const all = JSON.parse(JSON.parse(quoted) as string) as unknown[]
  return valuesIn(all, 0, '')
}

/** Every value is named by its place in the list; below zero is what JSON has no word for, such as null. */
function valuesIn(all: readonly unknown[], at: number, path: string): { path: string; value: unknown }[] {
  const value = at < 0 ? null : all[at]
  const below = (name: string, place: number) => valuesIn(all, place, path === '' ? name : `${path}.${name}`)
  // a list that begins with a text is of a special kind: a date, a set
  if (Array.isArray(value) && typeof value[0] !== 'string')
    return value.flatMap((place: number, n) => below(String(n), place))
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.entries(value).flatMap(([key, place]) => below(String(all[Number(key.slice(1))]), Number(place)))
  return [{ path, value }]
}
