import { type Expression, parseExpressionAt } from 'acorn';

const functions: Record<string, (...values: number[]) => number> = {
  sqrt: Math.sqrt,
  log10: Math.log10,
  log2: Math.log2,
  ln: Math.log,
  exp: Math.exp,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  atan: Math.atan,
  min: Math.min,
  max: Math.max,
  round: Math.round,
  floor: Math.floor,
  ceil: Math.ceil,
  abs: Math.abs,
};

/** A sum that cannot be worked out; the message is for the author. */
export class ArithmeticError extends Error {}

type Evaluate = (x: number) => number;

const longest = 1000;

/**
 * Compiles the arithmetic of `<Calc>` and of figures: numbers, `+ - * / % **`, parentheses, `pi`, `e`, the functions above and, in
 * figures, the variable `x`. Nothing else of JavaScript is understood, so content cannot run code.
 */
export function compileArithmetic(source: string, variables: readonly string[] = []): Evaluate {
  const tree = parseSum(source);
  return compile(tree, variables);
}

/** Value of a sum without variables. */
export function evaluateArithmetic(source: string): number {
  const value = compileArithmetic(source)(Number.NaN);
  if (!Number.isFinite(value)) throw new ArithmeticError(`"${source}" has no finite value`);
  return value;
}

/** The sum as a reader sees it: × for *, a real minus, superscript-free powers. */
export function readableArithmetic(source: string): string {
  return source
    .replace(/\s*\*\*\s*/g, '^')
    .replace(/\s*\*\s*/g, ' × ')
    .replace(/\s*\/\s*/g, ' / ')
    .replace(/-/g, '−')
    .replace(/\bpi\b/g, 'π')
    .trim();
}

function parseSum(source: string): Expression {
  // Longer ones are deeper than the walk through them can go.
  if (source.length > longest) throw new ArithmeticError(`a sum has at most ${longest} characters, this one ${source.length}`);
  let tree: Expression;
  try {
    tree = parseExpressionAt(source, 0, { ecmaVersion: 2023, preserveParens: true });
  } catch {
    throw new ArithmeticError(`"${source}" is not a sum`);
  }
  if (source.slice(tree.end).trim() !== '') throw new ArithmeticError(`"${source}" has something after its end`);
  return tree;
}

function compile(node: Expression, variables: readonly string[]): Evaluate {
  switch (node.type) {
    case 'Literal': {
      const value = node.value;
      if (typeof value === 'number') return () => value;
      break;
    }
    case 'Identifier':
      if (node.name === 'pi') return () => Math.PI;
      if (node.name === 'e') return () => Math.E;
      if (variables.includes(node.name)) return (x) => x;
      throw new ArithmeticError(`"${node.name}" is neither a number nor a known name`);
    case 'UnaryExpression': {
      const inner = compile(node.argument, variables);
      if (node.operator === '-') return (x) => -inner(x);
      if (node.operator === '+') return inner;
      break;
    }
    case 'BinaryExpression': {
      if (node.left.type === 'PrivateIdentifier') break;
      const operator = operators[node.operator];
      if (!operator) break;
      const left = compile(node.left, variables);
      const right = compile(node.right, variables);
      return (x) => operator(left(x), right(x));
    }
    case 'CallExpression': {
      const call = node.callee.type === 'Identifier' && Object.hasOwn(functions, node.callee.name) ? functions[node.callee.name] : undefined;
      if (!call) throw new ArithmeticError(`only ${Object.keys(functions).join(', ')} may be called`);
      const values = node.arguments.map((argument) => {
        if (argument.type === 'SpreadElement') throw new ArithmeticError('"..." has no place in a sum');
        return compile(argument, variables);
      });
      return (x) => call(...values.map((value) => value(x)));
    }
    case 'ParenthesizedExpression':
      return compile(node.expression, variables);
  }
  throw new ArithmeticError(`a sum may hold numbers, + - * / % **, parentheses and ${Object.keys(functions).join(', ')}`);
}

const operators: Record<string, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '**': (a, b) => a ** b,
};
