import type { AppLoadContext } from '@remix-run/node'

/** Bytes as the body of a response, each piece read when the visitor has taken those before: memory does not grow with a file. */
export function paced({ taken }: Pick<AppLoadContext, 'taken'>, bytes: AsyncIterable<Uint8Array>): ReadableStream {
  const pieces = bytes[Symbol.asyncIterator]()
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const there = await taken()
    const piece = there ? await pieces.next() : undefined
    if (piece && !piece.done) return controller.enqueue(piece.value)
    if (!there) await pieces.return?.()
    controller.close()
  }
  const cancel = async () => void (await pieces.return?.())
  return new ReadableStream({ pull, cancel }, { highWaterMark: 0 })
}
