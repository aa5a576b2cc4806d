import type { VaultDb, VaultTx } from '../../platform/database'
import type { FileKind } from '../../platform/file-kind'
import { blindId } from '../../platform/id'
import type { Vault } from '../../platform/vault'

/** A file of a form: a scan of the paper one, or a drawn signature of the client, the interviewer or a guardian. */
export type Paper = {
  readonly kind: 'scan' | 'client' | 'staff' | 'guard'
  readonly media: FileKind
  readonly bytes: Uint8Array
}

const about = (id: string) => `consent_paper.sealed:${id}`

/** Puts a file to its form, sealed. */
export async function keepPaper(tx: VaultTx, keys: Vault['keys'], formId: string, { kind, media, bytes }: Paper) {
  const id = blindId()
  const sealed = keys.sealBytes(bytes, about(id))
  await tx.consentPaper.createMany({ data: { id, formId, kind, media, size: bytes.length, sealed } })
}

/** The files of a form, opened. Throws SealBroken when one is not what was put there. */
export async function papersOf(
  db: Pick<VaultTx, 'consentPaper'> | VaultDb,
  keys: Vault['keys'],
  formId: string,
): Promise<(Paper & { readonly bytes: Uint8Array<ArrayBuffer> })[]> {
  const rows = await db.consentPaper.findMany({ where: { formId } })
  return rows.map(({ id, kind, media, sealed }) => ({
    kind: kind as Paper['kind'],
    media: media as FileKind,
    bytes: keys.openBytes(sealed, about(id)),
  }))
}
