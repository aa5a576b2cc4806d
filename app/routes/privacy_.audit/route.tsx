import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { noteAuditSeen } from '../../identity/looked'
import { standing } from '../../platform/audit/heads'
import { ChainBroken } from '../../platform/audit/sealing'
import { log } from '../../platform/log'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Pager } from '../../ui/pager'
import { useSpeaking } from '../../ui/speaking'
import type { Chains } from '../privacy/trail'
import { Ask } from './ask'
import { ChainTable } from './chain-table'
import { pageOfAudit } from './found'
import { LineTable } from './line-table'
import { opened } from './opened'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const PAGE = 100

/** A page of the trail, and how its chains stand; that somebody looks is written down before it is shown. */
export async function loader(call: LoaderFunctionArgs) {
  const { occasion, chains, asked, about, noted } = await opened('/privacy/audit', call)
  await noteAuditSeen(call.context.vault, occasion, noted)
  const nobody = about !== null && !('subject' in about)
  const subjects = about && 'subject' in about ? about.subjects : undefined
  const found = nobody
    ? { rows: [], next: null }
    : await pageOfAudit(chains, asked, { ...(subjects && { subjects }), after: asked.after, limit: PAGE })
  const slip = about && 'slip' in about ? about.slip : null
  return { asked, slip, unknown: about !== null && 'unknown' in about, found, chains: await standingOf(chains) }
}

/** A chain that somebody cut takes no page with it. */
async function standingOf({ db, vault }: Chains) {
  try {
    return await standing(db, vault)
  } catch (error) {
    if (!(error instanceof ChainBroken)) throw error
    log.error({ err: error }, 'the audit trail is not what was sealed')
    return null
  }
}

export default function Audit() {
  const { asked, slip, unknown, found, chains } = useLoaderData<typeof loader>()
  const { say } = useSpeaking()
  const { audit: w } = words
  const { chain, verb, role, kind, from, to, pseudonym, after } = asked
  const query = { chain, verb, who: role ?? kind, from, to, pseudonym }
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)}>
        <a href={link.privacy()}>{say(words.privacy.back)}</a>
      </Heading>
      <div className="stack">
        <ChainTable chains={chains} />
        <Ask asked={asked} slip={slip} csv={link.auditCsv(query)} />
        {found.rows.length === 0 ? (
          <Empty title={say(unknown ? w.nobody : w.nothing)}>{!unknown && say(w.nothingAbout)}</Empty>
        ) : (
          <LineTable caption={say(w.caption, { from, to })} rows={found.rows} />
        )}
        <Pager
          label={say(words.shell.pages)}
          first={after ? link.audit(query) : null}
          next={found.next ? link.audit({ ...query, after: found.next }) : null}
          words={{ first: say(words.shell.first), next: say(words.shell.next) }}
        />
      </div>
    </>
  )
}
