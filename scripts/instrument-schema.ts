import type { Definition, InputSpec, MatrixSpec } from '../src/instruments/define.ts';

/** JSON Schema of an instrument's inputs and outputs. */
export function instrumentSchema(definition: Definition): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: definition.title.en,
    description: definition.summary.en,
    $defs: {
      inputs: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(Object.entries(definition.inputs).map(([key, spec]) => [key, inputSchema(spec)])),
      },
      outputs: {
        type: 'object',
        required: [...Object.keys(definition.outputs), ...Object.keys(definition.matrices ?? {})],
        properties: {
          ...Object.fromEntries(
            Object.entries(definition.outputs).map(([key, spec]) => [
              key,
              { type: ['number', 'null'], description: [spec.label.en, spec.unit && `(${spec.unit})`].filter(Boolean).join(' ') },
            ]),
          ),
          ...Object.fromEntries(Object.entries(definition.matrices ?? {}).map(([key, spec]) => [key, matrixSchema(spec)])),
        },
      },
    },
  };
}

function matrixSchema({ label, rows, columns }: MatrixSpec): Record<string, unknown> {
  const names = (all: MatrixSpec['rows']) => all.map((one) => one.en).join(', ');
  const row = { type: 'array', items: { type: 'number' }, minItems: columns.length, maxItems: columns.length };
  return {
    type: 'array',
    items: row,
    minItems: rows.length,
    maxItems: rows.length,
    description: `${label.en}; rows: ${names(rows)}; columns: ${names(columns)}`,
  };
}

function inputSchema(spec: InputSpec): Record<string, unknown> {
  const common = { description: spec.label.en, default: spec.default };
  switch (spec.type) {
    case 'number':
      return { ...common, type: spec.whole ? 'integer' : 'number', minimum: spec.min, maximum: spec.max, ...(spec.unit ? { 'x-unit': spec.unit } : {}) };
    case 'numbers':
      return { ...common, type: 'array', items: { type: 'number', minimum: spec.min, maximum: spec.max }, maxItems: spec.maxLength };
    case 'choice':
      return { ...common, enum: spec.options.map((option) => option.value) };
    case 'flag':
      return { ...common, type: 'boolean' };
    case 'text':
      return { ...common, type: 'string', maxLength: spec.maxLength };
  }
}
