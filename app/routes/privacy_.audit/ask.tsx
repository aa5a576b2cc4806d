import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Field, Select } from '../../ui/field'
import { PseudonymField } from '../../ui/pseudonym-field'
import { useSpeaking } from '../../ui/speaking'
import { type Asked, WHO } from './asked'

/** Which chain, which days, what, by whom and about whom; and the same as a file. */
export function Ask({ asked, slip, csv }: { asked: Asked; slip: string | null; csv: string }) {
  const { say } = useSpeaking()
  const { audit: w } = words
  const doings = Object.entries(words.doings).map(([value, said]) => ({ value, label: say(said) }))
  return (
    <form method="get" action={link.audit()} className="search">
      <Select
        name="chain"
        label={say(w.chain)}
        none={say(w.study)}
        value={asked.chain === 'vault' ? 'vault' : ''}
        groups={[{ label: say(w.chain), options: [{ value: 'vault', label: say(w.vault) }] }]}
      />
      <Field
        name="from"
        type="date"
        label={say(w.from)}
        value={asked.typed.from}
        short
        {...(asked.slip && { mistake: say(w.noDays) })}
      />
      <Field name="to" type="date" label={say(w.to)} value={asked.typed.to} short />
      <Select
        name="verb"
        label={say(words.privacy.doing)}
        none={say(w.everything)}
        value={asked.verb ?? ''}
        groups={[{ label: say(w.verbs), options: doings }]}
      />
      <Select
        name="who"
        label={say(w.who)}
        none={say(w.everybody)}
        value={asked.role ?? asked.kind ?? ''}
        groups={[
          { label: say(w.accounts), options: WHO.roles.map((value) => ({ value, label: say(words.roles[value]) })) },
          { label: say(w.others), options: WHO.others.map((value) => ({ value, label: say(words.actors[value]) })) },
        ]}
      />
      <PseudonymField
        name="pseudonym"
        label={say(w.pseudonym)}
        value={asked.pseudonym}
        {...(slip && { mistake: slip })}
      />
      <button type="submit" className="button quiet">
        {say(w.show)}
      </button>
      <a className="button quiet" href={csv} download>
        {say(w.download)}
      </a>
    </form>
  )
}
