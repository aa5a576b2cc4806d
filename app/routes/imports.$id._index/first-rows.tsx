import { words } from '../../i18n/catalogue'
import { useSpeaking } from '../../ui/speaking'
import type { FileTold } from './mapping-told'

/** The first rows of a file as they were read, in a frame of their own that scrolls sideways. */
export function FirstRows({ file: { header, shown } }: { file: FileTold }) {
  const { say } = useSpeaking()
  const { importing: w } = words
  const caption = say(w.firstRows, { n: shown.length })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="sideways" aria-label={caption} tabIndex={0}>
      <table className="table small">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              {say(w.line)}
            </th>
            {header.map((heading, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name when its heading is empty
              <th key={at} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ line, cells }) => (
            <tr key={line}>
              <th scope="row" className="number">
                {line}
              </th>
              {header.map((_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={at}>{cells[at] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
