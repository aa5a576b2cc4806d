import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import { shownCount } from '../../i18n/numbers'
import type { Say } from '../../i18n/speak'
import { type Covariate, categoryWords } from '../../protocol/report/covariates'
import type { ShownColumns } from '../../protocol/report/small'
import type { Part } from '../../ui/table'

type Category = NonNullable<ShownColumns['categories']>[number]

/** A covariate as rows of a table: two columns of counts with their shares, and what `effect` says of the two. */
export function categoryParts(
  { say, language }: { say: Say; language: Language },
  covariate: Covariate,
  { n, unknown, categories, hidden }: ShownColumns,
  effect: (category: Category) => string,
): Part {
  const { report: w, covariateNames, disclosure } = words
  const [one, other] = [shownCount(language, unknown[0]), shownCount(language, unknown[1])]
  const anyUnknown = unknown.some((value) => value !== 0)
  const cell = (category: Category, at: 0 | 1) => {
    const [count, share] = [category.counts[at], category.shares[at]]
    return share === null || typeof count !== 'number'
      ? shownCount(language, count)
      : say(w.share, { yes: count, share })
  }
  const rows = categories
    ? categories.map((category) => ({
        key: category.category,
        cells: {
          category: categoryWords(covariate, category.category)[language],
          one: cell(category, 0),
          other: cell(category, 1),
          effect: hidden ? say(disclosure.notShown) : effect(category),
        },
      }))
    : [
        {
          key: 'few',
          cells: {
            category: say(w.all),
            one: shownCount(language, n[0]),
            other: shownCount(language, n[1]),
            effect: say(w.tooFew),
          },
        },
      ]
  const title = say(covariateNames[covariate]) + (anyUnknown ? ` (${say(w.unknown, { one, other })})` : '')
  return { key: covariate, title, rows }
}
