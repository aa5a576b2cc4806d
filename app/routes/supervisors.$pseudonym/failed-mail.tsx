import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import type { FailedLine } from '../../records/ledger/resend'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'

/** What the second button says: the address is right as it stands. */
export const ALL_THE_SAME = 'all_the_same'

/**
 * What did not reach a supervisor, and a button to send it again once the register told a new address; until then one to
 * send it all the same.
 */
export function FailedMail({ lines, mended }: { readonly lines: readonly FailedLine[]; readonly mended: boolean }) {
  const { say, language } = useSpeaking()
  const { failedMail: w, mailFailures } = words
  return (
    <section className="stack">
      <Table
        caption={say(w.title)}
        small
        columns={[
          { key: 'on', label: say(w.on) },
          { key: 'client', label: say(w.client) },
          { key: 'about', label: say(w.about) },
          { key: 'why', label: say(w.why) },
        ]}
        parts={[
          {
            key: 'all',
            rows: lines.map(({ id, on, client, kind, reason }) => ({
              key: id,
              cells: {
                on: shortDay(language, on),
                client: <span className="code">{client}</span>,
                about: say(words.messageKinds[kind]),
                why: reason in mailFailures ? say(mailFailures[reason as keyof typeof mailFailures]) : reason,
              },
            })),
          },
        ]}
      />
      {mended ? (
        <form method="post" className="row">
          <p>{say(w.mended)}</p>
          <button type="submit" name="again" value="again" className="button">
            {say(w.again)}
          </button>
        </form>
      ) : (
        <>
          <Notice tone="mute" title={say(w.wait)}>
            {say(w.waitAbout)}
          </Notice>
          <form method="post" className="row">
            <p>{say(w.right)}</p>
            <button type="submit" name="again" value={ALL_THE_SAME} className="button quiet">
              {say(w.allTheSame)}
            </button>
          </form>
        </>
      )}
    </section>
  )
}
