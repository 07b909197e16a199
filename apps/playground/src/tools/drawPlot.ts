import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'

export interface Plot {
  readonly show: (times: readonly number[], values: readonly number[]) => void
  readonly stop: () => void
}

const HEIGHT = 36

/** A small line with its area, as wide as its host, in the colours of the page as they are now. */
export const drawPlot = (host: HTMLElement): Plot => {
  const style = getComputedStyle(host)
  const plot = new uPlot(
    {
      width: Math.max(host.clientWidth, 40),
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
      padding: [4, 0, 2, 0],
      scales: { y: { range: (_plot, _least, most) => [0, Math.max(most, 4)] } },
      axes: [{ show: false }, { show: false }],
      series: [
        {},
        { stroke: style.color, width: 1.5, fill: `color-mix(in srgb, ${style.color} 14%, transparent)`, points: { show: false } },
      ],
    },
    [[], []],
    host,
  )
  const resized = new ResizeObserver(() => plot.setSize({ width: Math.max(host.clientWidth, 40), height: HEIGHT }))
  resized.observe(host)
  return {
    show: (times, values) => plot.setData([[...times], [...values]]),
    stop: () => {
      resized.disconnect()
      plot.destroy()
    },
  }
}
