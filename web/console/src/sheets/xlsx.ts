// The cells of a workbook, read in the browser: ZIP directory, shared strings, styles for dates.

import { columnOf } from './columns'
import type { Row, Sheet } from './sheet'

const most = 200_000_000 // bytes of one part when inflated

async function inflate(packed: Uint8Array): Promise<string> {
  const plain = new Blob([packed as BlobPart])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
  return new Response(plain).text()
}

// Name of each part to its text, when wanted.
function partsOf(bytes: Uint8Array): Map<string, () => Promise<string>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = new Map<string, () => Promise<string>>()
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < 0) return parts
  let place = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [method, packed, plain] = [
      view.getUint16(place + 10, true),
      view.getUint32(place + 20, true),
      view.getUint32(place + 24, true),
    ]
    const [nameLength, extra, comment] = [28, 30, 32].map((at) =>
      view.getUint16(place + at, true),
    ) as [number, number, number]
    const local = view.getUint32(place + 42, true)
    const name = new TextDecoder().decode(bytes.subarray(place + 46, place + 46 + nameLength))
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const content = bytes.subarray(start, start + packed)
    if (plain <= most)
      parts.set(name, () =>
        method ? inflate(content) : Promise.resolve(new TextDecoder().decode(content)),
      )
    place += 46 + nameLength + extra + comment
  }
  return parts
}

const textOf = (node: Element) =>
  [...node.getElementsByTagName('t')].map((t) => t.textContent).join('')
const parse = (text: string) => new DOMParser().parseFromString(text, 'application/xml')

// Which styles show a number as a day.
function dateStyles(styles: Document): Set<number> {
  const dated = new Set([14, 15, 16, 17, 22, 27, 30, 31, 36, 57, 58])
  for (const format of styles.getElementsByTagName('numFmt')) {
    const code = (format.getAttribute('formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]/g, '')
    if (/[yd]/i.test(code)) dated.add(Number(format.getAttribute('numFmtId')))
  }
  const cells = styles.getElementsByTagName('cellXfs')[0]?.getElementsByTagName('xf') ?? []
  return new Set(
    [...cells].flatMap((xf, place) =>
      dated.has(Number(xf.getAttribute('numFmtId'))) ? [place] : [],
    ),
  )
}

function dayOf(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000)
    .toISOString()
    .slice(0, 10)
}

function cellText(cell: Element, shared: string[], dated: Set<number>): string {
  const value = cell.getElementsByTagName('v')[0]?.textContent ?? ''
  const type = cell.getAttribute('t')
  if (type === 's') return shared[Number(value)] ?? ''
  if (type === 'inlineStr') return textOf(cell)
  if (!type && value && dated.has(Number(cell.getAttribute('s') ?? -1))) return dayOf(Number(value))
  return value
}

function rowsOf(sheet: Document, shared: string[], dated: Set<number>): Row[] {
  return [...sheet.getElementsByTagName('row')].map((row, place) => {
    const cells: string[] = []
    for (const cell of row.getElementsByTagName('c')) {
      const letters = (cell.getAttribute('r') ?? '').replace(/\d+/, '')
      const column = letters ? columnOf(letters) : cells.length
      while (cells.length < column) cells.push('')
      cells[column] = cellText(cell, shared, dated)
    }
    return { number: Number(row.getAttribute('r') ?? place + 1), cells }
  })
}

export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  const parts = partsOf(bytes)
  const part = async (name: string) => parse((await parts.get(name)?.()) ?? '<none/>')
  const shared = [...(await part('xl/sharedStrings.xml')).getElementsByTagName('si')].map(textOf)
  const dated = dateStyles(await part('xl/styles.xml'))
  const targets = new Map(
    [...(await part('xl/_rels/workbook.xml.rels')).getElementsByTagName('Relationship')].map(
      (each) => [each.getAttribute('Id'), each.getAttribute('Target') ?? ''],
    ),
  )
  const sheets: Sheet[] = []
  for (const sheet of (await part('xl/workbook.xml')).getElementsByTagName('sheet')) {
    const target = (targets.get(sheet.getAttribute('r:id')) ?? '').replace(/^\/xl\//, '')
    sheets.push({
      name: sheet.getAttribute('name') ?? '',
      rows: rowsOf(await part(`xl/${target}`), shared, dated),
    })
  }
  return sheets
}
