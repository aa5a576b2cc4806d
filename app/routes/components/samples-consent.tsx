import { words } from '../../i18n/catalogue'
import { ReadAloud } from '../../ui/read-aloud'
import { SignaturePad } from '../../ui/signature-pad'
import { useSpeaking } from '../../ui/speaking'

const w = words.showcase
const SCRAWL = JSON.stringify({
  size: [1200, 400],
  strokes: [
    [200, 260, 260, 120, 320, 250, 380, 140, 440, 260, 500, 200, 560, 240, 620, 190, 700, 230, 860, 170],
    [240, 310, 820, 290],
  ],
})

export function Signatures() {
  const { say } = useSpeaking()
  const paper = { href: '/components', label: say(w.paper) }
  return (
    <div className="form">
      <SignaturePad name="sign" label={say(w.signature)} paper={paper} />
      <SignaturePad name="sign-drawn" label={say(w.signature)} paper={paper} value={SCRAWL} />
      <SignaturePad name="sign-amiss" label={say(w.signature)} paper={paper} mistake={say(words.refusals.required)} />
    </div>
  )
}

export function Reading() {
  const { say } = useSpeaking()
  return <ReadAloud label={say(w.reading)} sentences={[say(w.sentence1), say(w.sentence2), say(w.sentence3)]} />
}
