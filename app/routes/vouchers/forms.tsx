import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { BOOKED_BY_HAND, VOUCHER_KINDS } from '../../protocol/vouchers'
import { Choices, Field } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { at, type Filled } from '../gate/form-parts'

type About = { readonly locations: readonly string[]; readonly filled: Filled }

/** The form that books what came in, was lost or was sent back. */
export function BookForm({ locations, filled }: About) {
  const { say, language } = useSpeaking()
  const { vouchers: w } = words
  const options = BOOKED_BY_HAND.map((value) => ({ value, label: VOUCHER_KINDS[value].label[language] }))
  return (
    <form method="post" action={link.vouchers()} className="panel form read">
      <h2>{say(w.book)}</h2>
      <input type="hidden" name="form" value="book" />
      <Choices {...at(filled, 'kind')} label={say(w.kind)} options={options} level />
      <Field {...at(filled, 'location')} label={say(w.location)} offers={locations} />
      <Field {...at(filled, 'amount')} label={say(w.amount)} inputMode="numeric" short autoComplete="off" />
      <Field {...at(filled, 'remark')} label={say(w.remark)} hint={say(w.remarkHint)} autoComplete="off" />
      <div>
        <button type="submit" className="button">
          {say(w.book)}
        </button>
      </div>
    </form>
  )
}

/** The form that books what was counted. */
export function CountForm({ locations, filled }: About) {
  const { say } = useSpeaking()
  const { vouchers: w } = words
  return (
    <form method="post" action={link.vouchers()} className="panel form read">
      <h2>{say(w.count)}</h2>
      <input type="hidden" name="form" value="count" />
      <Field {...at(filled, 'counted_location')} label={say(w.location)} offers={locations} />
      <Field {...at(filled, 'counted')} label={say(w.counted)} inputMode="numeric" short autoComplete="off" />
      <Field {...at(filled, 'count_remark')} label={say(w.remark)} hint={say(w.countHint)} autoComplete="off" />
      <div>
        <button type="submit" className="button">
          {say(w.count)}
        </button>
      </div>
    </form>
  )
}
