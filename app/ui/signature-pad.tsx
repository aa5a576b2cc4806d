import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { words } from '../i18n/catalogue'
import { draw, extend, inkOf, type Stroke, strokesIn, written } from './ink'
import { useSpeaking } from './speaking'

/**
 * A place to sign with a finger, a pen or the mouse. The form field `name` carries the strokes, or nothing; what was
 * drawn before comes back as `value`. Who cannot draw, or has no JavaScript, finds the way to `paper`.
 */
export function SignaturePad(props: {
  name: string
  label: string
  value?: string
  mistake?: string
  paper: { readonly href: string; readonly label: string }
}) {
  const { name, label, value = '', mistake, paper } = props
  const { say } = useSpeaking()
  const { signing: w } = words
  const [drawn, setDrawn] = useState(written(strokesIn(value)))
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  const described = [`${name}-hint`, mistake && `${name}-mistake`].filter(Boolean).join(' ')
  return (
    <fieldset className="field signing" id={name} aria-describedby={described}>
      <legend>{label}</legend>
      <span className="hint" id={`${name}-hint`}>
        {say(w.how)} {say(w.otherwise)} <a href={paper.href}>{paper.label}</a>
      </span>
      {mistake && (
        <span className="mistake" id={`${name}-mistake`}>
          {mistake}
        </span>
      )}
      <noscript>
        <p className="notice soon">{say(w.withoutScript)}</p>
      </noscript>
      <input type="hidden" name={name} value={drawn} />
      {ready && (
        <>
          <Board label={label} value={drawn} onDrawn={setDrawn} />
          <div className="row">
            <button type="button" className="button quiet" onClick={() => setDrawn('')}>
              {say(w.clear)}
            </button>
            <output>{say(drawn ? w.signed : w.empty)}</output>
          </div>
        </>
      )}
    </fieldset>
  )
}

type Drawn = { readonly label: string; readonly value: string; readonly onDrawn: (value: string) => void }

/** The canvas itself. Follows one pointer at a time; a stroke counts once it is lifted, or taken away by the system. */
function Board({ label, value, onDrawn }: Drawn) {
  const { say } = useSpeaking()
  const canvas = useRef<HTMLCanvasElement>(null)
  const strokes = useRef<Stroke[]>([])
  const ink = useRef(inkOf([]))
  const pointer = useRef<number | null>(null)

  useEffect(() => {
    if (value === written(strokes.current)) return
    strokes.current = strokesIn(value)
    ink.current = inkOf(strokes.current)
    if (canvas.current) draw(canvas.current, strokes.current)
  }, [value])
  useEffect(() => {
    const board = canvas.current
    if (!board) return
    const watch = new ResizeObserver(() => draw(board, strokes.current))
    watch.observe(board)
    // a finger that leaves at speed flings, though nothing scrolls here, and the tap that follows would only end that
    const keepStill = (touch: TouchEvent) => touch.preventDefault()
    board.addEventListener('touchstart', keepStill, { passive: false })
    return () => {
      watch.disconnect()
      board.removeEventListener('touchstart', keepStill)
    }
  }, [])

  const take = ({ currentTarget: board, nativeEvent }: PointerEvent<HTMLCanvasElement>) => {
    const passed = nativeEvent.getCoalescedEvents?.() ?? []
    for (const at of passed.length > 0 ? passed : [nativeEvent]) extend(strokes.current, ink.current, board, at)
    draw(board, strokes.current)
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (pointer.current !== null || event.button !== 0) return
    pointer.current = event.pointerId
    event.currentTarget.setPointerCapture(event.pointerId)
    strokes.current.push([])
    take(event)
  }
  const end = (event: PointerEvent<HTMLCanvasElement>) => {
    if (pointer.current !== event.pointerId) return
    pointer.current = null
    strokes.current = strokes.current.filter(({ length }) => length > 0)
    onDrawn(written(strokes.current))
  }
  return (
    <canvas
      ref={canvas}
      className="board"
      role="img"
      aria-label={`${label}: ${say(value ? words.signing.signed : words.signing.empty)}`}
      onPointerDown={begin}
      onPointerMove={(event) => pointer.current === event.pointerId && take(event)}
      onPointerUp={end}
      onPointerCancel={end}
    />
  )
}
