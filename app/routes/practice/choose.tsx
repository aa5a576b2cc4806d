import { words } from '../../i18n/catalogue'
import { INVENTED } from '../../protocol/practice'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'

/** Whom to practise with. */
export function Choose() {
  const { say, language } = useSpeaking()
  const { practice: w } = words
  return (
    <div className="read stack">
      <Heading title={say(w.title)} about={say(w.about)} />
      {Object.entries(INVENTED).map(([value, { name, story, aim }]) => (
        <form key={value} method="post" className="panel stack">
          <h2>{name[language]}</h2>
          <p>
            <strong>{say(w.aim)}.</strong> {aim[language]}
          </p>
          <p>
            <strong>{say(w.story)}.</strong> {story[language]}
          </p>
          <div className="row">
            <button type="submit" name="client" value={value} className="button">
              {say(w.beginWith, { name: name[language] })}
            </button>
          </div>
        </form>
      ))}
    </div>
  )
}
