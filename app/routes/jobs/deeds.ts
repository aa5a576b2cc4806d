import type { AppLoadContext } from '@remix-run/node'
import { log } from '../../platform/log'
import type { Occasion } from '../../platform/occasion'
import { done, type Result, refuse } from '../../protocol/refusal'
import { noteDrain, noteRetry } from '../../records/running/queue-deeds'
import { textOf } from '../gate/form'

/** What was done: a job again, or so many taken out. */
type Deed = { readonly done: 'retried' } | { readonly done: 'drained'; readonly n: number }

/** Does what one of the forms of the page asks, and writes down who did. Refused while the queue cannot be reached. */
export async function act(context: AppLoadContext, occasion: Occasion, form: FormData): Promise<Result<Deed>> {
  const what = textOf(form, 'what')
  if (what !== 'retry' && what !== 'drain') return refuse('required', { field: 'what' })
  if (what === 'drain' && textOf(form, 'sure') !== 'yes') return refuse('not_sure', { field: 'sure' })
  try {
    return await (what === 'retry' ? retry(context, occasion, textOf(form, 'job')) : drain(context, occasion))
  } catch (error) {
    log.warn({ err: error }, 'the queue could not be reached')
    return refuse('queue_away')
  }
}

async function retry({ databases, queue }: AppLoadContext, occasion: Occasion, id: string): Promise<Result<Deed>> {
  if (id === '' || !(await queue.retry(id))) return refuse('job_gone')
  await noteRetry(databases.study, occasion, id)
  return done({ done: 'retried' })
}

async function drain({ databases, queue }: AppLoadContext, occasion: Occasion): Promise<Result<Deed>> {
  const n = await queue.drain()
  await noteDrain(databases.study, occasion, n)
  return done({ done: 'drained', n })
}
