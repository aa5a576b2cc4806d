import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { longDay } from '../../i18n/days'
import type { MailSetting } from '../../records/messages/setting'
import { Facts } from '../../ui/facts'
import { Choices, Select } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { PseudonymField } from '../../ui/pseudonym-field'
import { useSpeaking } from '../../ui/speaking'
import { nameOf } from './named'
import type { Preview, ShownKind, Wish } from './shown'

type Looked = {
  readonly wish: Wish
  readonly shown: readonly ShownKind[]
  readonly preview: Preview | null
  readonly mailFrom: string
  readonly setting: MailSetting
}

/** Chooses a message, and shows it as it would be sent. */
export function Look({ wish, shown, preview, mailFrom, setting }: Looked) {
  const { say } = useSpeaking()
  const { messagesPage: w } = words
  const mistake = preview && 'sentence' in preview ? preview : null
  return (
    <section className="stack" aria-labelledby="look">
      <h2 id="look">{say(w.preview)}</h2>
      <p className="soft">{say(w.previewAbout)}</p>
      <form method="get" action={link.messages()} className="panel form read">
        <Select
          name="kind"
          label={say(w.kind)}
          none={say(w.choose)}
          value={wish.kind ?? ''}
          groups={[{ label: say(w.kind), options: shown.map((kind) => ({ value: kind, label: say(nameOf(kind)) })) }]}
          {...(mistake?.field === 'kind' && { mistake: mistake.sentence })}
        />
        <Choices
          name="language"
          label={say(w.language)}
          level
          value={wish.language}
          options={[
            { value: 'nl', label: 'Nederlands' },
            { value: 'en', label: 'English' },
          ]}
        />
        <PseudonymField
          name="about"
          label={say(w.of)}
          hint={say(w.ofHint)}
          value={wish.about}
          {...(mistake?.field === 'about' && { mistake: mistake.sentence })}
        />
        <div>
          <button type="submit" className="button">
            {say(w.look)}
          </button>
        </div>
      </form>
      {mistake && <Notice tone="calm" title={mistake.sentence} urgent />}
      {preview && 'message' in preview && (
        <Message preview={preview} wish={wish} mailFrom={mailFrom} setting={setting} />
      )}
    </section>
  )
}

/** A message: its head, its text, and its HTML in a frame in which nothing runs and no link leads anywhere. */
function Message({
  preview,
  wish,
  mailFrom,
  setting,
}: Pick<Looked, 'wish' | 'mailFrom' | 'setting'> & { readonly preview: Extract<Preview, { message: unknown }> }) {
  const { say, language } = useSpeaking()
  const { messagesPage: w } = words
  const { message, to, day } = preview
  const staff = wish.kind !== null && wish.kind in words.staffMessages
  return (
    <div className="panel stack">
      <h3>{say(w.shown)}</h3>
      <Facts
        facts={[
          { label: say(w.from), value: setting.senderName ?? mailFrom },
          {
            label: say(w.to),
            value: to ? <span className="code">{to}</span> : say(staff ? w.toCoordinator : w.toSupervisor),
          },
          ...(day ? [{ label: say(w.leaves), value: <time dateTime={day}>{longDay(language, day)}</time> }] : []),
          { label: say(w.subject), value: message.subject },
        ]}
      />
      <h4>{say(w.text)}</h4>
      <p className="letter" lang={wish.language}>
        {message.text}
      </p>
      <h4>{say(w.html)}</h4>
      <iframe className="mail" title={say(w.html)} sandbox="" srcDoc={message.html} />
    </div>
  )
}
