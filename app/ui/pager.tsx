/** On to the next page and back to the first: keyset paging knows no page numbers. Nothing when all fits on one page. */
export function Pager(props: {
  label: string
  first: string | null
  next: string | null
  words: { first: string; next: string }
}) {
  const { label, first, next, words } = props
  if (!first && !next) return null
  return (
    <nav className="pager" aria-label={label}>
      {first && (
        <a className="button quiet" href={first}>
          {words.first}
        </a>
      )}
      {next && (
        <a className="button" rel="next" href={next}>
          {words.next}
        </a>
      )}
    </nav>
  )
}
