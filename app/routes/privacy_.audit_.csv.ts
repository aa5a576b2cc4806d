import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvTable } from '../exports/csv'
import { noteAuditTaken } from '../identity/looked'
import { asAttachment } from './gate/attachment'
import { pageOfAudit } from './privacy_.audit/found'
import { opened } from './privacy_.audit/opened'

const COLUMNS = 'id at study_day verb who role origin about details'.split(' ')
/** Entries that are read in one go; those of the vault are opened all together anyway, to put them in order. */
const AT_A_TIME = { study: 2_000, vault: 1_000_000 }

/** What was asked for of the trail as a table, sent as it is read; that it is taken out is written down before. */
export async function loader(call: LoaderFunctionArgs) {
  const { occasion, chains, asked, about, noted } = await opened('/privacy/audit/csv', call)
  await noteAuditTaken(call.context.vault, occasion, noted)
  const nobody = about !== null && !('subject' in about)
  const subjects = about && 'subject' in about ? about.subjects : undefined
  const name = `${occasion.study.code}-audit-${asked.chain}-${asked.from}-${asked.to}.csv`
  async function* lines() {
    yield Buffer.from(csvTable(COLUMNS, []))
    for (let after: string | null = nobody ? null : ''; after !== null; ) {
      const page = await pageOfAudit(chains, asked, {
        ...(subjects && { subjects }),
        after,
        limit: AT_A_TIME[asked.chain],
      })
      yield Buffer.from(csvTable([], page.rows.map(cells)).replace(/^\n/, ''))
      after = page.next
    }
  }
  return asAttachment(call.context, { name, media: 'text/csv' }, lines())
}

type Row = Awaited<ReturnType<typeof pageOfAudit>>['rows'][number]

function cells({ id, at, day, verb, who, role, origin, whom, details }: Row) {
  const [name, now] = who.kind === 'account' ? [who.name, who.role ?? ''] : ['', who.kind]
  return [id, at, day, verb, name, role ?? now, origin ?? '', whom, details]
}
