import { z } from 'zod'

// zod 4 probes `new Function` when the first object schema is made: under a strict content policy that is a violation.
z.config({ jitless: true })

export { z }
