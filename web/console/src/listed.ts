// What a page lists: read when it opens and after each act; what was told, and what stood in the way.

import { onMounted, ref, shallowRef } from 'vue'
import { useAttempt } from './attempt'
import { t } from './words'

interface Found<Row> {
  items: Row[]
  more?: boolean
}

export function useListed<Row>(find: () => Promise<Found<Row>>) {
  const rows = shallowRef<Row[]>([])
  const more = ref(false)
  const told = ref('')
  const { grounds, attempt } = useAttempt()

  async function read() {
    const found = await attempt(find)
    if (!found) return
    rows.value = found.items
    more.value = found.more ?? false
  }
  onMounted(read)

  async function done() {
    told.value = t('done')
    await read()
  }
  return { rows, more, told, grounds, read, done }
}
