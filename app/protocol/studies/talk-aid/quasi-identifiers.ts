import { leftOut, type QuasiIdentifier } from '../../disclosure/quasi-identifier'

/** The talk aid asks nothing of who somebody is: what is known of a talk is where it was held, and by whom (protocol §9). */
export const quasiIdentifiers: readonly QuasiIdentifier[] = [
  {
    name: 'location',
    cite: '§9',
    label: { nl: 'Locatie', en: 'Location' },
    from: [{ covariate: 'location' }],
    values: {},
    // a place tells the region and the organisation that it belongs to
    tells: ['region', 'organisation'],
    ladder: [leftOut(1)],
  },
  {
    name: 'region',
    cite: '§9',
    label: { nl: 'Regio', en: 'Region' },
    from: [{ covariate: 'region' }],
    values: {},
    ladder: [leftOut(1)],
  },
  {
    name: 'organisation',
    cite: '§9',
    label: { nl: 'Organisatie', en: 'Organisation' },
    from: [{ covariate: 'organisation' }],
    values: {},
    ladder: [leftOut(2)],
  },
]
