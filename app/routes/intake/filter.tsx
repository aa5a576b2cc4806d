import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import type { QueueFilter } from '../../records/queues/part'
import { Select } from '../../ui/field'
import { PseudonymField } from '../../ui/pseudonym-field'
import { useSpeaking } from '../../ui/speaking'

type Choices = {
  readonly regions: readonly string[]
  readonly locations: readonly string[]
  readonly organisations: readonly string[]
}

/** Narrows the lists: a form of its own, whose answer is an address that can be kept. */
export function Filter(props: {
  queue: string
  filter: QueueFilter
  typed: string
  slip: string | null
  choices: Choices
}) {
  const { queue, filter, typed, slip, choices } = props
  const { say } = useSpeaking()
  const { intake: w } = words
  const select = (name: 'region' | 'location' | 'organisation', label: string, values: readonly string[]) => (
    <Select
      name={name}
      label={label}
      none={say(w.all)}
      groups={[{ label, options: values.map((value) => ({ value, label: value })) }]}
      {...(filter[name] !== undefined && { value: filter[name] })}
    />
  )
  return (
    <form method="get" action={link.intake()} className="search" aria-label={say(w.filter)}>
      <input type="hidden" name="queue" value={queue} />
      {select('region', say(w.region), choices.regions)}
      {select('location', say(w.location), choices.locations)}
      {select('organisation', say(w.organisation), choices.organisations)}
      <PseudonymField
        name="supervisor"
        label={say(w.supervisor)}
        value={typed}
        search
        {...(slip !== null && { mistake: slip })}
      />
      <button type="submit" className="button quiet">
        {say(w.show)}
      </button>
      <a className="button quiet" href={link.intake({ queue })}>
        {say(w.showAll)}
      </a>
    </form>
  )
}
