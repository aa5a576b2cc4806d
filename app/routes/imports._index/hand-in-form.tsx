import { type FormEvent, useRef, useState } from 'react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { FileField } from '../../ui/file-field'
import { useSpeaking } from '../../ui/speaking'

const ACCEPT = '.csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MB = 1024 * 1024

/** The place for a file. A plain form; with JavaScript one sees how far the sending is, and can stop it. */
export function HandIn({ most, refused }: { most: { csv: number; xlsx: number }; refused: string | null }) {
  const { say } = useSpeaking()
  const { imports: w } = words
  const [sent, setSent] = useState<number | null>(null)
  const [mistake, setMistake] = useState(refused)
  const sending = useRef<XMLHttpRequest>()

  const failed = (sentence: string) => {
    setSent(null)
    setMistake(sentence)
  }
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sent !== null) return
    const form = new FormData(event.currentTarget)
    const file = form.get('file')
    if (!(file instanceof File) || file.name === '') return failed(refusalSentence(say, { code: 'required' }))
    const max = /\.xlsx$/i.test(file.name) ? most.xlsx : most.csv
    const tooLarge = { code: max === most.csv ? 'file_too_large' : 'xlsx_too_large', max }
    if (file.size > max * MB) return failed(refusalSentence(say, tooLarge))
    setMistake(null)
    setSent(0)
    const request = new XMLHttpRequest()
    sending.current = request
    request.upload.onprogress = ({ loaded, total }) => setSent(Math.floor((100 * loaded) / total))
    request.onerror = () => failed(say(w.notSent))
    request.onabort = () => failed(say(w.notSent))
    request.onload = () => {
      const answer = answerOf(request.responseText)
      if (answer.at) window.location.assign(answer.at)
      else failed(answer.sentence ?? say(w.notSent))
    }
    request.open('POST', link.handInFile())
    request.setRequestHeader('Accept', 'application/json')
    request.send(form)
  }
  const done = sent === null ? '' : sent < 100 ? say(w.sending, { percent: sent }) : say(w.sent)
  return (
    <form method="post" action={link.handInFile()} encType="multipart/form-data" className="panel form" onSubmit={send}>
      <h2>{say(w.handIn)}</h2>
      <FileField
        name="file"
        label={say(w.file)}
        hint={say(w.fileHint, most)}
        accept={ACCEPT}
        {...(mistake && { mistake })}
      />
      {sent !== null && <progress className="progress" max={100} value={sent} aria-label={done} />}
      <p role="status" className="soft">
        {done}
      </p>
      <div className="row">
        <button type="submit" className="button" aria-disabled={sent !== null}>
          {say(w.send)}
        </button>
        {sent !== null && (
          <button type="button" className="button quiet" onClick={() => sending.current?.abort()}>
            {say(w.stop)}
          </button>
        )}
      </div>
    </form>
  )
}

/** What the server answered; nothing when it was no JSON of ours. */
function answerOf(text: string): { at?: string; sentence?: string } {
  try {
    return JSON.parse(text) as { at?: string; sentence?: string }
  } catch {
    return {}
  }
}
