/** Counts at a glance. The number comes written: the component knows no language. */
export type Tile = { readonly label: string; readonly value: string; readonly zero: boolean }

export function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <dl className="tiles">
      {tiles.map((tile) => (
        <div key={tile.label} className={tile.zero ? 'tile zero' : 'tile'}>
          <dt>{tile.label}</dt>
          <dd>{tile.value}</dd>
        </div>
      ))}
    </dl>
  )
}
