// A process of its own that takes a file in, and tells how much memory it took beyond what the process had when it began.

import { runImport } from '../../jobs/imports/run'
import { deskOfImport, givenImport } from './own-process'

const { desk, close } = deskOfImport()
const before = process.memoryUsage.rss()
await runImport(desk, givenImport().importId)
await close()
// kilobytes, the most there ever was: nothing that happens between two looks is missed
process.stdout.write(JSON.stringify({ before, most: process.resourceUsage().maxRSS * 1024 }))
