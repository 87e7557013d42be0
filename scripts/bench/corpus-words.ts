/*
 * Words of the synthetic corpus (corpus.ts): six subjects with their terms in both languages, and sentences to put them into. The figures in
 * them are drawn at random, so nothing here says anything about the world.
 */
export type Pair = readonly [en: string, chinese: string];

export interface Subject {
  name: Pair;
  things: readonly Pair[];
  measures: readonly Pair[];
  display: readonly string[];
  inline: readonly string[];
}

export const subjects: readonly Subject[] = [
  {
    name: ['LoRa radio', 'LoRa无线电'],
    things: [
      ['spreading factor', '扩频因子'],
      ['gateway', '网关'],
      ['preamble', '前导码'],
      ['receive slot', '接收时隙'],
      ['code rate', '码率'],
      ['channel plan', '信道规划'],
      ['payload length', '载荷长度'],
      ['crystal offset', '晶振频偏'],
      ['join request', '入网请求'],
      ['antenna feed', '天线馈线'],
      ['data-rate controller', '速率控制器'],
      ['duty-cycle budget', '占空比预算'],
    ],
    measures: [
      ['airtime', '空中时间'],
      ['sensitivity', '灵敏度'],
      ['packet loss', '丢包率'],
      ['link margin', '链路余量'],
      ['energy per uplink', '每次上行能耗'],
    ],
    display: ['T_s = \\frac{2^{SF}}{B}', 'S = -174 + 10\\log_{10} B + F + q', 'T = (n_p + n_d)\\,T_s', 'G = P_t - L - S'],
    inline: ['2^{SF}', 'B', 'n_p', 'T_s', 'P_t - L', 'q'],
  },
  {
    name: ['LoRA fine-tuning', 'LoRA微调'],
    things: [
      ['adapter', '适配器'],
      ['frozen matrix', '冻结矩阵'],
      ['value projection', '值投影'],
      ['scaling constant', '缩放常数'],
      ['optimiser state', '优化器状态'],
      ['prompt template', '提示模板'],
      ['merged model', '合并后的模型'],
      ['quantised layer', '量化层'],
      ['dropout mask', '随机失活掩码'],
      ['batch sampler', '批采样器'],
      ['embedding table', '嵌入表'],
      ['gradient buffer', '梯度缓冲区'],
    ],
    measures: [
      ['held-out loss', '留出集损失'],
      ['memory peak', '内存峰值'],
      ['tokens per second', '每秒词元数'],
      ['effective rank', '有效秩'],
      ['drift from the base', '相对基座的偏移'],
    ],
    display: ['h = W_0 x + \\frac{\\alpha}{r} B A x', 'p = r\\,(d + k)', 'E_r = \\sum_{i > r} \\sigma_i^2', 'W = W_0 + s B A'],
    inline: ['r', '\\alpha / r', 'W_0', 'B A', '\\sigma_i', 'd + k'],
  },
  {
    name: ['Zigbee', 'Zigbee'],
    things: [
      ['coordinator', '协调器'],
      ['sleeping end device', '休眠终端'],
      ['binding entry', '绑定条目'],
      ['link key', '链路密钥'],
      ['attribute report', '属性上报'],
      ['route record', '路由记录'],
      ['neighbour table', '邻居表'],
      ['cluster command', '簇命令'],
      ['poll timer', '轮询定时器'],
      ['energy scan', '能量扫描'],
      ['group table', '组表'],
      ['frame counter', '帧计数器'],
    ],
    measures: [
      ['hop count', '跳数'],
      ['join time', '入网时间'],
      ['retry share', '重传占比'],
      ['battery life', '电池寿命'],
      ['repair delay', '修复时延'],
    ],
    display: ['p = (1 - \\tau)^{n}', 't = (2^{b} - 1)\\,u', 'c = \\sum_{i=1}^{h} c_i', 'I = \\frac{q}{T}'],
    inline: ['\\tau', '2^{b}', 'h', 'c_i', 'n - 1', 'q / T'],
  },
  {
    name: ['Kafka and Hive', 'Kafka与Hive'],
    things: [
      ['partition leader', '分区首领'],
      ['consumer group', '消费者组'],
      ['committed offset', '已提交位移'],
      ['log segment', '日志段'],
      ['table metadata', '表元数据'],
      ['columnar file', '列存文件'],
      ['compaction run', '合并任务'],
      ['sink task', '写出任务'],
      ['schema version', '模式版本'],
      ['staging folder', '暂存目录'],
      ['broker disk', '代理磁盘'],
      ['retention limit', '保留上限'],
    ],
    measures: [
      ['consumer lag', '消费滞后'],
      ['write delay', '写入时延'],
      ['files per day', '每日文件数'],
      ['scan volume', '扫描量'],
      ['rebalance time', '再均衡时间'],
    ],
    display: ['\\ell = e - c', 'N = \\lambda W', '\\rho = \\frac{\\lambda}{k\\mu}', 'f = \\frac{24}{\\Delta}\\,p'],
    inline: ['\\lambda', '\\rho', 'k\\mu', '\\Delta', 'e - c', 'p'],
  },
  {
    name: ['Cramér–Rao bound', '克拉美罗界'],
    things: [
      ['Fisher matrix', '费希尔矩阵'],
      ['unbiased estimator', '无偏估计量'],
      ['likelihood peak', '似然峰'],
      ['nuisance amplitude', '冗余幅度'],
      ['sensor layout', '传感器布局'],
      ['noise colour', '噪声谱形'],
      ['sample window', '采样窗'],
      ['steering phase', '导向相位'],
      ['periodogram bin', '周期图谱线'],
      ['prior term', '先验项'],
      ['covariance block', '协方差块'],
      ['score vector', '得分向量'],
    ],
    measures: [
      ['variance', '方差'],
      ['bias', '偏差'],
      ['threshold', '门限'],
      ['efficiency', '效率'],
      ['condition number', '条件数'],
    ],
    display: [
      '\\sigma_\\theta^2 \\ge \\frac{1}{J}',
      'J = \\frac{1}{\\sigma^2} \\sum_n \\dot{s}_n^2',
      'V = \\frac{6}{\\eta N (N^2 - 1)}',
      'J_e = J_{11} - J_{12} J_{22}^{-1} J_{21}',
    ],
    inline: ['J', '\\sigma^2', 'N', '\\eta', '\\hat{\\theta}', 'J_{12}'],
  },
  {
    name: ['JSBSim flight dynamics', 'JSBSim飞行动力学'],
    things: [
      ['drag table', '阻力表'],
      ['property tree', '属性树'],
      ['trim loop', '配平循环'],
      ['gear spring', '起落架弹簧'],
      ['rudder channel', '方向舵通道'],
      ['fuel tank', '油箱'],
      ['integrator step', '积分步长'],
      ['gust model', '阵风模型'],
      ['engine map', '发动机特性图'],
      ['reset file', '初始化文件'],
      ['mass point', '质量点'],
      ['pitot input', '空速管输入'],
    ],
    measures: [
      ['angle of attack', '迎角'],
      ['sink rate', '下沉率'],
      ['pitch damping', '俯仰阻尼'],
      ['true airspeed', '真空速'],
      ['climb gradient', '爬升梯度'],
    ],
    display: ['L = \\frac{1}{2}\\rho V^2 S C_L', 'm\\dot{v} = F - m\\,\\omega \\times v', '\\dot{h} = V\\sin\\gamma', 'n = \\frac{L}{m g}'],
    inline: ['C_L', '\\rho V^2', '\\gamma', 'm g', '\\dot{h}', '\\omega'],
  },
];

export const headings: readonly Pair[] = [
  ['What it rests on', '它建立在什么之上'],
  ['The relation', '基本关系'],
  ['Setting it up', '搭建'],
  ['What was measured', '测得的结果'],
  ['Where it fails', '在哪里失效'],
  ['Choosing a value', '取值'],
  ['Reading the log', '读日志'],
  ['Cost', '代价'],
  ['Against the model', '与模型对照'],
  ['Before going live', '上线之前'],
];

export const circumstances: readonly Pair[] = [
  ['on a cold morning', '在寒冷的早晨'],
  ['with the factory settings', '采用出厂设置时'],
  ['after the third restart', '第三次重启之后'],
  ['beside a busy motorway', '在繁忙的公路旁'],
  ['on the smaller machine', '在较小的机器上'],
  ['during the night shift', '夜班期间'],
  ['once the queue is full', '队列满了以后'],
  ['at half the usual load', '负载减半时'],
  ['in the older building', '在旧楼里'],
  ['while two others wait', '另有两个在等待时'],
];

export const changes: readonly Pair[] = [
  ['raises', '抬高'],
  ['lowers', '压低'],
  ['hides', '掩盖'],
  ['steadies', '稳住'],
  ['doubles', '加倍'],
  ['bounds', '限定'],
  ['shifts', '移动'],
  ['spoils', '破坏'],
];

/** What a sentence is about; drawn anew for each. */
export interface Matter {
  thing: Pair;
  other: Pair;
  measure: Pair;
  second: Pair;
  change: Pair;
  when: Pair;
  small: string;
  large: string;
  count: number;
  run: string;
}

/** Sentences in both languages; each says the same in both. */
export const sentences: readonly ((m: Matter) => Pair)[] = [
  (m) => [
    `Seen from the ${m.measure[0]}, the ${m.thing[0]} matters most ${m.when[0]}, where it came to ${m.large} in run ${m.run}.`,
    `从${m.measure[1]}来看，${m.when[1]}${m.thing[1]}最要紧，编号${m.run}的那次达到${m.large}。`,
  ],
  (m) => [
    `Nobody who has looked at the ${m.thing[0]} for long will be surprised that it ${m.change[0]} the ${m.measure[0]} by a factor of ${m.small}.`,
    `看惯了${m.thing[1]}的人不会奇怪，它会${m.change[1]}${m.measure[1]}，倍数约为${m.small}。`,
  ],
  (m) => [
    `Two things were held still for this: the ${m.thing[0]} at ${m.large}, and the ${m.other[0]}, which nobody touched for ${m.count} hours.`,
    `为此有两样东西保持不动：${m.thing[1]}固定在${m.large}，${m.other[1]}则有${m.count}小时无人碰过。`,
  ],
  (m) => [
    `The ${m.measure[0]} was read ${m.count} times ${m.when[0]}; the spread stayed below ${m.small}, so the ${m.thing[0]} is not to blame.`,
    `${m.when[1]}读了${m.count}次${m.measure[1]}，离散程度始终低于${m.small}，因此问题不在${m.thing[1]}。`,
  ],
  (m) => [
    `Take the ${m.other[0]} away and the ${m.thing[0]} still works, but the ${m.second[0]} grows from ${m.small} to ${m.large}.`,
    `去掉${m.other[1]}以后${m.thing[1]}照样工作，只是${m.second[1]}从${m.small}长到${m.large}。`,
  ],
  (m) => [
    `What ${m.change[0]} the ${m.measure[0]} ${m.when[0]} is the ${m.thing[0]}, and only in the second place the ${m.other[0]}.`,
    `${m.when[1]}真正${m.change[1]}${m.measure[1]}的是${m.thing[1]}，其次才轮到${m.other[1]}。`,
  ],
  (m) => [
    `A larger ${m.thing[0]} buys ${m.measure[0]} and pays for it with ${m.second[0]}; the balance lay near ${m.large} in our trial.`,
    `${m.thing[1]}取得大一些能换来${m.measure[1]}，代价是${m.second[1]}；在我们的试验里平衡点在${m.large}附近。`,
  ],
  (m) => [
    `Write the ${m.measure[0]} down before changing the ${m.thing[0]}, since after ${m.count} steps nobody remembers where it began.`,
    `改动${m.thing[1]}之前先记下${m.measure[1]}，因为走过${m.count}步之后没有人记得起点在哪里。`,
  ],
  (m) => [
    `If the ${m.other[0]} reports ${m.large} and the ${m.thing[0]} does not answer, look at run ${m.run} first, which showed the same picture.`,
    `如果${m.other[1]}报出${m.large}而${m.thing[1]}没有回应，先看编号${m.run}的记录，那里情形相同。`,
  ],
  (m) => [
    `The ${m.second[0]} follows the ${m.measure[0]} with a delay of ${m.small}, which the ${m.thing[0]} ${m.change[0]} further ${m.when[0]}.`,
    `${m.second[1]}比${m.measure[1]}滞后${m.small}，${m.when[1]}${m.thing[1]}还会进一步${m.change[1]}这段滞后。`,
  ],
  (m) => [
    `It costs ${m.count} lines to replace the ${m.thing[0]} by a plain ${m.other[0]}, and the ${m.measure[0]} does not notice the difference.`,
    `用普通的${m.other[1]}代替${m.thing[1]}要写${m.count}行，而${m.measure[1]}看不出差别。`,
  ],
  (m) => [
    `Older notes give ${m.large} for the ${m.measure[0]}; they were taken before the ${m.thing[0]} was moved and should not be used ${m.when[0]}.`,
    `旧笔记里${m.measure[1]}记作${m.large}，那是${m.thing[1]}移动之前的数，${m.when[1]}不应再用。`,
  ],
];
