import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { decimal } from '../../i18n/numbers'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { Loaded } from './told'

const KILOBYTE = 1000
const MANIFEST = 'manifest.json'

/** The files of a release with their digests; links for who may take them, as long as their bytes are there. */
export function Files({ page }: { page: Loaded }) {
  const { say, language } = useSpeaking()
  const { release: w } = words
  const { number, files, there, takes, state } = page
  const links = takes && there
  return (
    <section className="stack" aria-labelledby="files">
      <h2 id="files">{say(w.files)}</h2>
      {there ? (
        <p className="soft">{say(links ? w.noted : whyNot(state))}</p>
      ) : (
        <Notice tone="late" title={say(w.gone)}>
          {say(words.refusals.files_gone)}
        </Notice>
      )}
      {links && (
        <p className="row">
          <a className="button" href={link.releaseZip(number)} download>
            {say(w.all)}
          </a>
          <a className="button quiet" href={link.releaseFile(number, MANIFEST)} download>
            {MANIFEST}
          </a>
        </p>
      )}
      <Table
        caption={say(w.files)}
        hidden
        columns={[
          { key: 'file', label: say(w.file) },
          { key: 'size', label: say(w.size), number: true },
          { key: 'sha', label: say(w.sha) },
        ]}
        parts={[
          {
            key: 'all',
            rows: files.map(({ name, size, sha256 }) => ({
              key: name,
              cells: {
                file: links ? (
                  <a href={link.releaseFile(number, name)} download>
                    {name}
                  </a>
                ) : (
                  name
                ),
                size: say(w.kilobytes, { n: decimal(language, size / KILOBYTE, 1) }),
                sha: <code className="small">{sha256}</code>,
              },
            })),
          },
        ]}
      />
    </section>
  )
}

function whyNot(state: Loaded['state']) {
  const { release: w } = words
  if (state === 'rejected') return w.filesNot
  return state === 'approved' ? w.filesOthers : w.filesLater
}
