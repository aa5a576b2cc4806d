import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { APPROVAL_KINDS, APPROVALS } from '../../protocol/inclusion'
import { Empty } from '../../ui/empty'
import { Choices, Field } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { at, type Filled } from '../gate/form-parts'
import type { Shown } from './shown'

/** The approvals that were recorded, each with a button to end it, and the form for another one. */
export function Approvals({ shown, filled }: { shown: Shown; filled: Filled }) {
  const { say } = useSpeaking()
  const { sites: w } = words
  return (
    <section className="stack" aria-labelledby="approvals">
      <h2 id="approvals">{say(w.approvals)}</h2>
      <p className="soft">{say(w.approvalsAbout)}</p>
      {shown.approvals.length === 0 ? <Empty title={say(w.noApprovals)} /> : <Kept approvals={shown.approvals} />}
      <Add shown={shown} filled={filled} />
    </section>
  )
}

function Kept({ approvals }: Pick<Shown, 'approvals'>) {
  const { say, language } = useSpeaking()
  const { sites: w } = words
  const rows = approvals.map(({ id, kind, region, location, reference, grantedOn, untilOn, endedOn }) => ({
    key: id,
    cells: {
      kind: APPROVALS[kind][language],
      where: location ?? region ?? say(w.everywhere),
      reference,
      holds: endedOn ? say(w.ended, { on: endedOn }) : say(w.days, { from: grantedOn, until: untilOn }),
      end: !endedOn && (
        <form method="post" action={link.sites()}>
          <input type="hidden" name="form" value="end" />
          <input type="hidden" name="id" value={id} />
          <button type="submit" className="button quiet" aria-label={`${say(w.end)}: ${reference}`}>
            {say(w.end)}
          </button>
        </form>
      ),
    },
  }))
  return (
    <Table
      caption={say(w.approvals)}
      hidden
      columns={[
        { key: 'kind', label: say(w.kind) },
        { key: 'where', label: say(w.where) },
        { key: 'reference', label: say(w.reference) },
        { key: 'holds', label: say(w.holds) },
        { key: 'end', label: say(w.end) },
      ]}
      parts={[{ key: 'all', rows }]}
    />
  )
}

function Add({ shown, filled }: { shown: Shown; filled: Filled }) {
  const { say, language } = useSpeaking()
  const { sites: w } = words
  const options = APPROVAL_KINDS.map((value) => ({ value, label: APPROVALS[value][language] }))
  return (
    <form method="post" action={link.sites()} className="panel form read">
      <h3>{say(w.addApproval)}</h3>
      <input type="hidden" name="form" value="approval" />
      <Choices {...at(filled, 'kind')} label={say(w.kind)} options={options} level />
      <Field {...at(filled, 'region')} label={say(w.onlyRegion)} hint={say(w.onlyRegionHint)} offers={shown.regions} />
      <Field
        {...at(filled, 'location')}
        label={say(w.onlyLocation)}
        hint={say(w.onlyLocationHint)}
        offers={shown.places.map(({ location }) => location)}
      />
      <Field {...at(filled, 'reference')} label={say(w.reference)} autoComplete="off" />
      <Field {...at(filled, 'granted_on')} label={say(w.from)} type="date" short />
      <Field {...at(filled, 'until_on')} label={say(w.until)} hint={say(w.untilHint)} type="date" short />
      <div>
        <button type="submit" className="button">
          {say(w.addApproval)}
        </button>
      </div>
    </form>
  )
}
