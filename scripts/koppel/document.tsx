import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Language } from '../../app/i18n/language'
import { Heading } from '../../app/ui/heading'
import { LanguageContext } from '../../app/ui/speaking'

const STYLES = join(import.meta.dirname, '../../app/styles')

/** The styles of the pages as one text, in their order: a document has nobody to ask for a file. */
function styles(): string {
  const whole = readFileSync(join(STYLES, 'app.css'), 'utf8')
  return whole.replace(/@import "\.\/([\w-]+\.css)";/g, (_, name: string) => readFileSync(join(STYLES, name), 'utf8'))
}

/** A page as a document: one HTML file that needs nothing else, runs nothing, and is ready to be printed. */
export function documentOf(
  language: Language,
  { title, about, children }: { title: string; about: string; children: ReactNode },
): string {
  const page = renderToStaticMarkup(
    <html lang={language} data-theme="light">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta httpEquiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>{title}</title>
        <style />
      </head>
      <body>
        <LanguageContext.Provider value={language}>
          <main>
            <div className="inner">
              <Heading title={title} about={about} />
              {children}
            </div>
          </main>
        </LanguageContext.Provider>
      </body>
    </html>,
  )
  // React would write the signs of a style sheet as those of a text
  return `<!doctype html>\n${page.replace('<style></style>', () => `<style>${styles()}</style>`)}\n`
}
