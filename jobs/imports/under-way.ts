import { importsUnderWay } from '../../app/records/imports'
import { studies } from '../../app/records/studies'
import type { Desk } from '../desk'
import type { WorkQueue } from '../queues'

/** Rings for imports that are under way, in every study: whoever was at one may have died. One that runs does so alone. */
export async function goOnWithImports({ study: db }: Desk, queue: WorkQueue): Promise<void> {
  for (const { id } of await studies(db))
    for (const importId of await importsUnderWay(db, id))
      await queue.enqueue('import-file', { importId }, `import-file-${importId}`)
}
