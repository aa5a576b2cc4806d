import { blindId, newId } from '../../app/platform/id'
import type { Vault } from '../../app/platform/vault'

/** A person of the crowd, as the register would name them: everything follows from the number. */
export const crowdMember = (place: number) => ({
  number: `KL-9${place}`,
  surname: `Menigte ${place}`,
  initials: `M.${place % 26}.`,
  bornOn: `19${10 + (place % 90)}-0${1 + (place % 9)}-1${place % 10}`,
})

const BATCH = 5_000
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** Puts so many people and their ties into a vault, sealed as a registration seals them, by arrays. */
export async function crowd({ db, keys }: Vault, studyId: string, count: number): Promise<void> {
  const alias = keys.alias(studyId)
  for (let from = 0; from < count; from += BATCH) {
    const places = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => from + at)
    const people = places.map((place) => {
      const id = blindId()
      const of = newId()
      const { number, surname, initials, bornOn } = crowdMember(place)
      return {
        id,
        hash: hex(keys.hash('client', number)),
        number: hex(keys.seal(number, `person.number:${id}`)),
        surname: hex(keys.seal(surname, `person.surname:${id}`)),
        initials: hex(keys.seal(initials, `person.initials:${id}`)),
        bornOn: hex(keys.seal(bornOn, `person.born_on:${id}`)),
        studyHash: hex(keys.hash('study_id', of)),
        studyId: hex(keys.seal(of, `key.study_id:${id}`)),
      }
    })
    const list = (column: keyof (typeof people)[number]) => people.map((one) => one[column])
    await db.$executeRaw`
      WITH given AS (
        SELECT * FROM unnest(${list('id')}::uuid[], ${list('hash')}::text[], ${list('number')}::text[],
          ${list('surname')}::text[], ${list('initials')}::text[], ${list('bornOn')}::text[],
          ${list('studyHash')}::text[], ${list('studyId')}::text[])
          AS g (id, hash, number, surname, initials, born_on, study_hash, study_id)
      ), tied AS (
        INSERT INTO identity.key (id, study_hash, study_id)
        SELECT id, decode(study_hash, 'hex'), decode(study_id, 'hex') FROM given
      )
      INSERT INTO identity.person (id, study_alias, number_hash, number, surname, initials, born_on)
      SELECT id, ${alias}::uuid, decode(hash, 'hex'), decode(number, 'hex'), decode(surname, 'hex'),
             decode(initials, 'hex'), decode(born_on, 'hex') FROM given`
  }
}
