import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { longMonth } from '../../i18n/days'
import { Choices, Field } from '../../ui/field'
import { FileField, Ticks } from '../../ui/file-field'
import { useSpeaking } from '../../ui/speaking'
import { Boxes, Capacity, type Filled, GuardianName, Telephone, Wrong } from '../gate/form-parts'
import type { FormWords } from '../gate/form-read'
import type { Loaded } from './told'

/** What stands on a paper form, in its order. The file stands last: what comes after one that is too large is not read. */
export function PaperForm({ page, form, filled }: { page: Loaded; form: FormWords; filled: Filled }) {
  const { say, language } = useSpeaking()
  const { consentForms: w } = words
  const { pseudonym } = page
  const again = page.again ? { again: 'yes' } : {}
  const { typed, mistakes } = filled
  const slip = (name: string) => (mistakes[name] ? { mistake: mistakes[name] } : {})
  const signers = [
    { name: 'signature_client', label: say(w.clientSigned) },
    { name: 'signature_interviewer', label: say(w.interviewerSigned) },
    { name: 'signature_guardian', label: say(w.guardianSigned) },
  ]
  const unsigned = signers.map(({ name }) => mistakes[name]).filter((one): one is string => one !== undefined)
  return (
    <form
      method="post"
      action={link.paperForm(pseudonym, { version: form.version, ...again })}
      encType="multipart/form-data"
      className="form"
    >
      <input type="hidden" name="version" value={form.version} />
      <input type="hidden" name="request" value={typed.request ?? page.request} />
      {page.again && <input type="hidden" name="again" value="yes" />}
      <Wrong mistakes={mistakes} />
      <section className="panel form">
        <h2>{form.title}</h2>
        {page.printed && (
          <a href={link.emptyForm(pseudonym, { language, version: form.version })} download>
            {say(w.emptyForm)}
          </a>
        )}
        {page.others.map(({ version, title }) => (
          <a key={version} href={link.paperForm(pseudonym, { version, ...again })}>
            {say(w.otherVersion, { title })}
          </a>
        ))}
        <Field
          name="signed_on"
          type="date"
          label={say(w.signedOn)}
          value={typed.signed_on ?? page.today}
          max={page.today}
          short
          {...slip('signed_on')}
        />
        <Choices
          name="language"
          label={say(w.language)}
          level
          value={typed.language ?? language}
          options={(['nl', 'en'] as const).map((value) => ({ value, label: say(w[value]) }))}
        />
      </section>
      <Capacity form={form} filled={filled} />
      <section className="panel form touch">
        <h2>{say(w.boxes)}</h2>
        <Boxes form={form} filled={filled} blank />
        <Telephone form={form} filled={filled} known={false} />
      </section>
      <section className="panel form touch">
        <h2>{say(w.signatures)}</h2>
        <Ticks label={say(w.whoSigned)} name="signed" options={signers} ticked={typed} mistakes={unsigned} />
        <p className="soft">{form.guardian}</p>
        <GuardianName filled={filled} />
      </section>
      <section className="panel form">
        <Scan mistake={mistakes.scan} sent={Object.keys(mistakes).length > 0} />
      </section>
      <button type="submit" className="button">
        {say(w.keep)}
      </button>
    </form>
  )
}

/** The scan of a form that was written down before. */
export function AddScan(props: { pseudonym: string; waiting: Loaded['waiting'][number]; filled: Filled }) {
  const { pseudonym, waiting, filled } = props
  const { say, language } = useSpeaking()
  const { consentForms: w } = words
  const mistakes = filled.typed.form === waiting.id ? filled.mistakes : {}
  return (
    <form
      method="post"
      action={link.paperForm(pseudonym)}
      encType="multipart/form-data"
      className="form panel"
      aria-label={say(w.addScan)}
    >
      <h2>{say(w.waitsForScan)}</h2>
      <p className="soft">
        {waiting.version}, {longMonth(language, waiting.month)}
      </p>
      <Wrong mistakes={mistakes} />
      <input type="hidden" name="step" value="scan" />
      <input type="hidden" name="form" value={waiting.id} />
      <Scan mistake={mistakes.scan} sent={false} of={waiting.id} />
      <button type="submit" className="button">
        {say(w.addScan)}
      </button>
    </form>
  )
}

/** A browser never fills in a file again: where the rest comes back, the page says so. */
function Scan({ mistake, sent, of }: { mistake: string | undefined; sent: boolean; of?: string }) {
  const { say } = useSpeaking()
  const { consentForms: w } = words
  const hint = sent && !mistake ? `${say(w.scanHint)}. ${say(w.scanAgain)}` : say(w.scanHint)
  return (
    <FileField
      name="scan"
      {...(of && { id: `scan-${of}` })}
      label={say(w.scan)}
      hint={hint}
      accept="application/pdf,image/jpeg,image/png"
      {...(mistake && { mistake })}
    />
  )
}
