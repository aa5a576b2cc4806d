import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Field, Select } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import type { Asked } from './asked'

/** Of which day and which place the flow is shown: a plain form that makes an address. */
export function Choice({ asked, today }: { asked: Asked; today: string }) {
  const { say } = useSpeaking()
  const { flow: w } = words
  const { part, typed, mistakes, regions } = asked
  const mistake = (field: keyof Asked['mistakes']) => {
    const code = mistakes[field]
    return code && { mistake: say(w[code]) }
  }
  const option = (value: string) => ({ value, label: value })
  return (
    <form method="get" action={link.flow()} className="search">
      {/* what was typed wrong stays to be seen: a field for days would hide it */}
      <Field
        name="on"
        label={say(w.on)}
        type={mistakes.on === 'noDay' ? 'text' : 'date'}
        value={typed.on || part.on}
        max={today}
        short
        {...mistake('on')}
      />
      <Select
        name="region"
        label={say(w.region)}
        none={say(w.everywhere)}
        value={part.region ?? ''}
        groups={[{ label: say(w.region), options: regions.map(({ region }) => option(region)) }]}
        {...mistake('region')}
      />
      <Select
        name="location"
        label={say(w.location)}
        none={say(w.everywhere)}
        value={part.location ?? ''}
        groups={regions.map(({ region, locations }) => ({ label: region, options: locations.map(option) }))}
        {...mistake('location')}
      />
      <button type="submit" className="button quiet">
        {say(w.show)}
      </button>
    </form>
  )
}
