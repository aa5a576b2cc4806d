import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Choices, Field, Select } from '../../ui/field'
import { FileField } from '../../ui/file-field'
import { useSpeaking } from '../../ui/speaking'
import { at, type Filled } from '../gate/form-parts'
import type { Shown } from './shown'

/** A file is handed in; what it becomes is shown before anything is published. The file stands last in the form. */
export function HandIn({ filled, versions }: { filled: Filled; versions: Shown['versions'] }) {
  const { say } = useSpeaking()
  const { instruments: w } = words
  const sides = (['client', 'supervisor'] as const).map((value) => ({ value, label: say(w[value]) }))
  const names = [...new Set(versions.map(({ name }) => name))].map((name) => ({ value: name, label: name }))
  return (
    <form method="post" action={link.instruments()} encType="multipart/form-data" className="panel form">
      <h2>{say(w.handIn)}</h2>
      <p className="soft">{say(w.handInAbout)}</p>
      <input type="hidden" name="step" value="look" />
      <Choices {...at(filled, 'perspective')} label={say(w.side)} options={sides} level />
      <Field {...at(filled, 'name')} label={say(w.name)} hint={say(w.nameHint)} autoComplete="off" short />
      <Field {...at(filled, 'version')} label={say(w.version)} hint={say(w.versionHint)} inputMode="numeric" short />
      <Select
        {...at(filled, 'like')}
        label={say(w.like)}
        hint={say(w.likeHint)}
        none={say(w.noLike)}
        groups={[{ label: say(w.list), options: names }]}
      />
      <FileField
        name="file"
        label={say(w.file)}
        accept=".csv,.txt,.xlsx"
        {...(filled.mistakes.file ? { mistake: filled.mistakes.file } : {})}
      />
      <div>
        <button type="submit" className="button">
          {say(w.look)}
        </button>
      </div>
    </form>
  )
}

/** What is asked of one side at a wave, from a day on. */
export function PutToUse({ filled, plans, today }: { filled: Filled } & Pick<Shown, 'plans' | 'today'>) {
  const { say, language } = useSpeaking()
  const { instruments: w } = words
  const options = plans.map(({ wave, label, side }) => ({
    value: `${wave} ${side}`,
    label: `${label[language]}: ${say(w[side])}`,
  }))
  const chosen = at(filled, 'from_on')
  return (
    <form method="post" action={link.instruments()} encType="multipart/form-data" className="panel form">
      <h2>{say(w.use)}</h2>
      <p className="soft">{say(w.useAbout)}</p>
      <input type="hidden" name="step" value="use" />
      <Select
        {...at(filled, 'which')}
        label={say(w.which)}
        none={say(w.choose)}
        groups={[{ label: say(w.which), options }]}
      />
      <Field {...at(filled, 'instruments')} label={say(w.names)} hint={say(w.namesHint)} autoComplete="off" />
      <Field {...chosen} value={filled.typed.from_on ?? today} label={say(w.fromDay)} type="date" min={today} short />
      <div>
        <button type="submit" className="button">
          {say(w.use)}
        </button>
      </div>
    </form>
  )
}
