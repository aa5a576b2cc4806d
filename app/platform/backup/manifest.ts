import { z } from '../zod'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

/** The form of what follows; a reader takes this one only. */
export const FORMAT = 1

/** The last file of the archive, and its table of contents. Read with this schema, since a file comes from outside. */
export const manifestShape = z.object({
  format: z.literal(FORMAT),
  /** `koppel 0.1.0+…`: the code that wrote it. */
  code: z.string(),
  postgresql: z.string(),
  /** The one moment that all of it shows. */
  snapshot_at: z.iso.datetime(),
  /** Highest number of the study's audit trail in it: whoever has a later one knows how much is missing. */
  audit_head: z.string().nullable(),
  migrations: z.array(z.object({ name: z.string(), sha256: hex(32) })),
  /** By what the secret is known again (keyed hash); what the home kept of its keys is beside this in keys.json. */
  proof: hex(32),
  /** Whether the home's own secret is in it: one from the environment never is. */
  secret_inside: z.boolean(),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int(),
      bytes: z.number().int(),
      /** Of the bytes of the file. */
      sha256: hex(32),
      /** Of the rows, in whatever order (row-sum.ts). */
      content: hex(16),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), value: z.string().regex(/^\d+$/), called: z.boolean() })),
  left_out: z.array(z.object({ name: z.string(), why: z.string() })),
  /** Of everything before this file, one after the other. */
  sha256: hex(32),
})

export type Manifest = z.infer<typeof manifestShape>
export type TableEntry = Manifest['tables'][number]

/** The keys that a home keeps in files. The ring is sealed with the secret, so that without the secret it opens nothing. */
export const keysShape = z.object({ secret: z.string().nullable(), keyring: z.string().nullable() })
export type KeptKeys = z.infer<typeof keysShape>
