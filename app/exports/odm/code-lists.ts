import type { Words } from '../../protocol/words'
import type { Coded } from '../table/table'
import { element } from '../xml/write'
import { WHY_EMPTY } from './oids'

/** The words of a code, and the name by which programs know it. */
type Decoded = Coded & { readonly name?: string }

/** The code lists of a file, each once: whoever has the same codes with the same words points at the first of them. */
export type CodeLists = {
  /** The name of the list with these codes; a new one is called after its first owner. */
  readonly oidOf: (owner: string, type: 'integer' | 'float' | 'text', codes: readonly Decoded[]) => string
  readonly written: () => string[]
}

/** Lists that begin with the one for why there is no answer, which is pointed at from the data. */
export function codeLists(whyEmpty: readonly Decoded[]): CodeLists {
  const known = new Map<string, string>()
  const lists: string[] = [codeList(WHY_EMPTY, 'text', whyEmpty)]
  return {
    oidOf: (owner, type, codes) => {
      const same = JSON.stringify([type, codes])
      const found = known.get(same)
      if (found !== undefined) return found
      const oid = `CL.${owner}`
      known.set(same, oid)
      lists.push(codeList(oid, type, codes))
      return oid
    },
    written: () => lists,
  }
}

const codeList = (oid: string, type: string, codes: readonly Decoded[]): string =>
  element(
    'CodeList',
    { OID: oid, Name: oid, DataType: type },
    codes.map(({ code, name, label }, at) =>
      element('CodeListItem', { CodedValue: code, OrderNumber: at + 1 }, [
        inBoth('Decode', label),
        ...(name === undefined ? [] : [element('Alias', { Context: 'name', Name: name })]),
      ]),
    ),
  )

/** An element whose text stands in it in both languages. */
export const inBoth = (name: string, words: Words): string =>
  element(name, {}, [translated('nl', words.nl), translated('en', words.en)])

const translated = (language: string, text: string) => element('TranslatedText', { 'xml:lang': language }, text)
