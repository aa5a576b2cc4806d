import type { StudyTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { contactsLeft } from '../protocol/contacts'
import { type Day, daysBetween, fromColumn } from '../protocol/day'

/** A client who may be lost to the fifth contact: how many were held, how many may still be, when the next one is. */
export type EndangeredByContacts = {
  readonly pseudonym: string
  readonly location: string
  readonly contacts: number
  readonly contactsLeft: number
  readonly nextContactOn: Day | null
  readonly daysLeft: number | null
}
/** A pair whose window closes: until when, and whether an interview is planned. */
export type EndangeredByWindow = {
  readonly dyad: string
  readonly location: string
  readonly wave: string
  readonly closes: Day
  readonly daysLeft: number
  readonly appointmentOn: Day | null
}
export type Endangered = {
  readonly contacts: readonly EndangeredByContacts[]
  readonly contactsTotal: number
  readonly windows: readonly EndangeredByWindow[]
  readonly windowsTotal: number
}

/**
 * Who is about to be lost (protocol §2.2, §4.3): clients who are to be interviewed, those with the fewest contacts left first,
 * and within an open window, those that close first first; as the work that is kept has it. Takes how many of each to give; the totals
 * count all.
 */
export async function endangered(
  db: Pick<StudyTx, '$queryRaw'>,
  occasion: Occasion,
  { limit }: { readonly limit: number },
): Promise<Endangered> {
  const [contacts, windows] = await Promise.all([byContacts(db, occasion, limit), byWindow(db, occasion, limit)])
  return {
    contacts: contacts.map((row) => contactRow(row, occasion)),
    contactsTotal: contacts[0]?.total ?? 0,
    windows: windows.map((row) => windowRow(row, occasion.today)),
    windowsTotal: windows[0]?.total ?? 0,
  }
}

type ContactRow = { pseudonym: string; location: string; contacts: number; nextContactOn: Date | null; total: number }

const byContacts = (
  db: Pick<StudyTx, '$queryRaw'>,
  { study, today }: Occasion,
  limit: number,
): Promise<ContactRow[]> => db.$queryRaw<ContactRow[]>`
  SELECT c.pseudonym, r.location, n.contacts::int AS contacts, n.next_contact_on AS "nextContactOn", count(*) OVER ()::int AS total
    FROM study.work w
    JOIN study.registration r ON r.id = w.registration_id
    JOIN study.client c ON c.id = r.client_id
    CROSS JOIN LATERAL (SELECT contacts, next_contact_on FROM study.contact_report q
                         WHERE q.registration_id = r.id ORDER BY q.reported_on DESC, q.id DESC LIMIT 1) n
   WHERE w.study_id = ${study.id}::uuid AND w.kind = 'interview' AND w.opens_on <= ${today}::date
   ORDER BY n.contacts DESC, n.next_contact_on NULLS LAST, c.pseudonym LIMIT ${limit}::int`

function contactRow({ total: _, ...row }: ContactRow, { study, today }: Occasion): EndangeredByContacts {
  const nextContactOn = row.nextContactOn && fromColumn(row.nextContactOn)
  return {
    ...row,
    nextContactOn,
    contactsLeft: contactsLeft(study.protocol, row.contacts),
    daysLeft: nextContactOn && daysBetween(today, nextContactOn),
  }
}

type WindowRow = {
  dyad: string
  location: string
  wave: string
  closes: Date
  appointmentOn: Date | null
  total: number
}

const byWindow = (
  db: Pick<StudyTx, '$queryRaw'>,
  { study, today }: Occasion,
  limit: number,
): Promise<WindowRow[]> => db.$queryRaw<WindowRow[]>`
  SELECT d.pseudonym AS dyad, r.location, w.wave, w.closes_on AS closes, v.appointment_on AS "appointmentOn",
         count(*) OVER ()::int AS total
    FROM study.work w
    JOIN study.dyad d ON d.registration_id = w.registration_id
    JOIN study.registration r ON r.id = w.registration_id
    LEFT JOIN study.wave_window v ON v.registration_id = w.registration_id AND v.wave = w.wave
   WHERE w.study_id = ${study.id}::uuid AND w.kind = 'appointment' AND ${today}::date BETWEEN w.opens_on AND w.closes_on
   ORDER BY w.closes_on, d.pseudonym LIMIT ${limit}::int`

function windowRow({ total: _, ...row }: WindowRow, today: Day): EndangeredByWindow {
  const closes = fromColumn(row.closes)
  const appointmentOn = row.appointmentOn && fromColumn(row.appointmentOn)
  return { ...row, closes, appointmentOn, daysLeft: daysBetween(today, closes) }
}
