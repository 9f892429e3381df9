import { useState } from 'react'
import { CountyField, useCounties } from '../../../modules/territory/screens/port.ts'
import { download, useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { digits, formatInstant, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { downloadExport, type ExportKind, type ExportReason, exportReasons, listExports, previewExport, wholeKinds } from '../contract.ts'
import { words } from '../words.ts'
import { useKinds } from './use-kinds.ts'

/** A list is chosen and looked at before its workbook is made; what was made stands below. */
export function Screen() {
  const say = useSay()
  const kinds = useKinds()
  const [kind, setKind] = useState<ExportKind>()
  const [countyCode, setCounty] = useState<string>()
  const shown = kind ?? kinds[0]
  return (
    <>
      <PageHeader title={say(words.exports)} facts={say(words.intro)} />
      <Card>
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={say(words.choose)}
            value={shown}
            onChange={setKind}
            choices={kinds.map((one) => ({ value: one, label: say(words[`kind-${one}`]) }))}
          />
          {shown === undefined || wholeKinds.includes(shown) ? null : (
            <CountyField label={say(words['choose-county'])} empty={say(words['all-counties'])} value={countyCode} onChange={setCounty} />
          )}
        </div>
        {shown === undefined ? null : <Preview kind={shown} countyCode={countyCode} />}
      </Card>
      <Made />
    </>
  )
}
function Preview({ kind, countyCode }: { readonly kind: ExportKind; readonly countyCode: string | undefined }) {
  const say = useSay()
  const [reason, setReason] = useState<ExportReason>()
  const [error, setError] = useState<Error | null>(null)
  const read = useRead(previewExport, { kind, countyCode })
  const make = (chosen: ExportReason): void => {
    setError(null)
    download(downloadExport, { kind, countyCode, reason: chosen }).catch((thrown: unknown) =>
      setError(thrown instanceof Error ? thrown : new Error('unknown')),
    )
  }
  return (
    <section className="pt-5">
      <h2 className="pb-3 font-bold text-body">{say(words.preview)}</h2>
      <Read of={read}>
        {({ columns, rows, total }) =>
          total === 0 ? (
            <EmptyState>{say(words['preview-empty'])}</EmptyState>
          ) : (
            <>
              <p className="pb-3 text-dense text-ink-2">{say(words['preview-facts'], { total })}</p>
              <DataTable
                label={say(words.preview)}
                rows={rows.map((cells, place) => ({ cells, key: String(place) }))}
                keyOf={({ key }) => key}
                columns={columns.map((title, place) => ({
                  key: String(place),
                  title,
                  cell: ({ cells }: { readonly cells: readonly string[] }) => <bdi>{cells[place]}</bdi>,
                }))}
              />
              <div className="flex flex-wrap items-end gap-4 pt-5">
                <SelectField
                  label={say(words.reason)}
                  empty="—"
                  value={reason}
                  onChange={setReason}
                  choices={exportReasons.map((one) => ({ value: one, label: say(words[`reason-${one}`]) }))}
                />
                <Button look="primary" isDisabled={reason === undefined} onPress={() => (reason === undefined ? undefined : make(reason))}>
                  {say(words.make)}
                </Button>
              </div>
              <div className="pt-3">
                <ProblemBox error={error} />
              </div>
            </>
          )
        }
      </Read>
    </section>
  )
}
function Made() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const read = useRead(listExports, {}, { isFresh: true })
  return (
    <Card title={say(words.history)}>
      <Read of={read}>
        {({ exports }) =>
          exports.length === 0 ? (
            <EmptyState>{say(words['history-empty'])}</EmptyState>
          ) : (
            <DataTable
              label={say(words.history)}
              rows={exports}
              keyOf={({ id }) => id}
              columns={[
                { key: 'number', title: say(words.number), cell: ({ number }) => <bdi>{digits(number, language)}</bdi> },
                { key: 'made', title: say(words.made), cell: ({ at }) => formatInstant(at, language) },
                { key: 'kind', title: say(words.choose), cell: ({ kind }) => say(words[`kind-${kind}`]) },
                { key: 'county', title: say(words.county), cell: (one) => (one.countyCode === null ? '—' : countyName(one.countyCode)) },
                { key: 'reason', title: say(words.reason), cell: ({ reason }) => say(words[`reason-${reason}`]) },
                { key: 'rows', title: say(words.rows), cell: ({ rows }) => formatNumber(rows, language), isNumber: true },
                { key: 'by', title: say(words.by), cell: ({ role, office }) => office ?? role },
              ]}
            />
          )
        }
      </Read>
    </Card>
  )
}
