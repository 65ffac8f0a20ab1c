// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.
/* eslint-disable */
var tr = ke;
function R(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = R.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let h;
      if (
        (r.craft === void 0 && (h = 'craft')) ||
        (r.beauty === void 0 && (h = 'beauty')) ||
        (r.theme === void 0 && (h = 'theme')) ||
        (r.mood === void 0 && (h = 'mood')) ||
        (r.attributes === void 0 && (h = 'attributes')) ||
        (r.moods === void 0 && (h = 'moods')) ||
        (r.heard === void 0 && (h = 'heard')) ||
        (r.surest === void 0 && (h = 'surest'))
      )
        return (
          (R.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: h },
              message: "must have required property '" + h + "'",
            },
          ]),
          !1
        );
      if (r.craft !== void 0) {
        let a = r.craft,
          m = e;
        if (e === e)
          if (a && typeof a == 'object' && !Array.isArray(a)) {
            let c;
            if ((a.scale === void 0 && (c = 'scale')) || (a.shift === void 0 && (c = 'shift')))
              return (
                (R.errors = [
                  {
                    instancePath: t + '/craft',
                    schemaPath: '#/$defs/Logistic/required',
                    keyword: 'required',
                    params: { missingProperty: c },
                    message: "must have required property '" + c + "'",
                  },
                ]),
                !1
              );
            if (a.scale !== void 0) {
              let l = a.scale,
                d = e;
              if (!(typeof l == 'number' && isFinite(l)))
                return (
                  (R.errors = [
                    {
                      instancePath: t + '/craft/scale',
                      schemaPath: '#/$defs/Logistic/properties/scale/type',
                      keyword: 'type',
                      params: { type: 'number' },
                      message: 'must be number',
                    },
                  ]),
                  !1
                );
              var i = d === e;
            } else var i = !0;
            if (i)
              if (a.shift !== void 0) {
                let l = a.shift,
                  d = e;
                if (!(typeof l == 'number' && isFinite(l)))
                  return (
                    (R.errors = [
                      {
                        instancePath: t + '/craft/shift',
                        schemaPath: '#/$defs/Logistic/properties/shift/type',
                        keyword: 'type',
                        params: { type: 'number' },
                        message: 'must be number',
                      },
                    ]),
                    !1
                  );
                var i = d === e;
              } else var i = !0;
          } else
            return (
              (R.errors = [
                {
                  instancePath: t + '/craft',
                  schemaPath: '#/$defs/Logistic/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                },
              ]),
              !1
            );
        var p = m === e;
      } else var p = !0;
      if (p) {
        if (r.beauty !== void 0) {
          let a = r.beauty,
            m = e;
          if (e === e)
            if (a && typeof a == 'object' && !Array.isArray(a)) {
              let l;
              if ((a.scale === void 0 && (l = 'scale')) || (a.shift === void 0 && (l = 'shift')))
                return (
                  (R.errors = [
                    {
                      instancePath: t + '/beauty',
                      schemaPath: '#/$defs/Logistic/required',
                      keyword: 'required',
                      params: { missingProperty: l },
                      message: "must have required property '" + l + "'",
                    },
                  ]),
                  !1
                );
              if (a.scale !== void 0) {
                let d = a.scale,
                  g = e;
                if (!(typeof d == 'number' && isFinite(d)))
                  return (
                    (R.errors = [
                      {
                        instancePath: t + '/beauty/scale',
                        schemaPath: '#/$defs/Logistic/properties/scale/type',
                        keyword: 'type',
                        params: { type: 'number' },
                        message: 'must be number',
                      },
                    ]),
                    !1
                  );
                var u = g === e;
              } else var u = !0;
              if (u)
                if (a.shift !== void 0) {
                  let d = a.shift,
                    g = e;
                  if (!(typeof d == 'number' && isFinite(d)))
                    return (
                      (R.errors = [
                        {
                          instancePath: t + '/beauty/shift',
                          schemaPath: '#/$defs/Logistic/properties/shift/type',
                          keyword: 'type',
                          params: { type: 'number' },
                          message: 'must be number',
                        },
                      ]),
                      !1
                    );
                  var u = g === e;
                } else var u = !0;
            } else
              return (
                (R.errors = [
                  {
                    instancePath: t + '/beauty',
                    schemaPath: '#/$defs/Logistic/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  },
                ]),
                !1
              );
          var p = m === e;
        } else var p = !0;
        if (p) {
          if (r.theme !== void 0) {
            let a = r.theme,
              m = e;
            if (e === e)
              if (a && typeof a == 'object' && !Array.isArray(a)) {
                let l;
                if ((a.scale === void 0 && (l = 'scale')) || (a.shift === void 0 && (l = 'shift')))
                  return (
                    (R.errors = [
                      {
                        instancePath: t + '/theme',
                        schemaPath: '#/$defs/Logistic/required',
                        keyword: 'required',
                        params: { missingProperty: l },
                        message: "must have required property '" + l + "'",
                      },
                    ]),
                    !1
                  );
                if (a.scale !== void 0) {
                  let d = a.scale,
                    g = e;
                  if (!(typeof d == 'number' && isFinite(d)))
                    return (
                      (R.errors = [
                        {
                          instancePath: t + '/theme/scale',
                          schemaPath: '#/$defs/Logistic/properties/scale/type',
                          keyword: 'type',
                          params: { type: 'number' },
                          message: 'must be number',
                        },
                      ]),
                      !1
                    );
                  var n = g === e;
                } else var n = !0;
                if (n)
                  if (a.shift !== void 0) {
                    let d = a.shift,
                      g = e;
                    if (!(typeof d == 'number' && isFinite(d)))
                      return (
                        (R.errors = [
                          {
                            instancePath: t + '/theme/shift',
                            schemaPath: '#/$defs/Logistic/properties/shift/type',
                            keyword: 'type',
                            params: { type: 'number' },
                            message: 'must be number',
                          },
                        ]),
                        !1
                      );
                    var n = g === e;
                  } else var n = !0;
              } else
                return (
                  (R.errors = [
                    {
                      instancePath: t + '/theme',
                      schemaPath: '#/$defs/Logistic/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    },
                  ]),
                  !1
                );
            var p = m === e;
          } else var p = !0;
          if (p) {
            if (r.mood !== void 0) {
              let a = r.mood,
                m = e;
              if (e === e)
                if (a && typeof a == 'object' && !Array.isArray(a)) {
                  let l;
                  if (
                    (a.scale === void 0 && (l = 'scale')) ||
                    (a.shift === void 0 && (l = 'shift'))
                  )
                    return (
                      (R.errors = [
                        {
                          instancePath: t + '/mood',
                          schemaPath: '#/$defs/Logistic/required',
                          keyword: 'required',
                          params: { missingProperty: l },
                          message: "must have required property '" + l + "'",
                        },
                      ]),
                      !1
                    );
                  if (a.scale !== void 0) {
                    let d = a.scale,
                      g = e;
                    if (!(typeof d == 'number' && isFinite(d)))
                      return (
                        (R.errors = [
                          {
                            instancePath: t + '/mood/scale',
                            schemaPath: '#/$defs/Logistic/properties/scale/type',
                            keyword: 'type',
                            params: { type: 'number' },
                            message: 'must be number',
                          },
                        ]),
                        !1
                      );
                    var o = g === e;
                  } else var o = !0;
                  if (o)
                    if (a.shift !== void 0) {
                      let d = a.shift,
                        g = e;
                      if (!(typeof d == 'number' && isFinite(d)))
                        return (
                          (R.errors = [
                            {
                              instancePath: t + '/mood/shift',
                              schemaPath: '#/$defs/Logistic/properties/shift/type',
                              keyword: 'type',
                              params: { type: 'number' },
                              message: 'must be number',
                            },
                          ]),
                          !1
                        );
                      var o = g === e;
                    } else var o = !0;
                } else
                  return (
                    (R.errors = [
                      {
                        instancePath: t + '/mood',
                        schemaPath: '#/$defs/Logistic/type',
                        keyword: 'type',
                        params: { type: 'object' },
                        message: 'must be object',
                      },
                    ]),
                    !1
                  );
              var p = m === e;
            } else var p = !0;
            if (p) {
              if (r.attributes !== void 0) {
                let a = r.attributes,
                  m = e;
                if (e === m)
                  if (Array.isArray(a)) {
                    var f = !0;
                    let c = a.length;
                    for (let l = 0; l < c; l++) {
                      let d = e;
                      if (typeof a[l] != 'string')
                        return (
                          (R.errors = [
                            {
                              instancePath: t + '/attributes/' + l,
                              schemaPath: '#/properties/attributes/items/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            },
                          ]),
                          !1
                        );
                      var f = d === e;
                      if (!f) break;
                    }
                  } else
                    return (
                      (R.errors = [
                        {
                          instancePath: t + '/attributes',
                          schemaPath: '#/properties/attributes/type',
                          keyword: 'type',
                          params: { type: 'array' },
                          message: 'must be array',
                        },
                      ]),
                      !1
                    );
                var p = m === e;
              } else var p = !0;
              if (p) {
                if (r.moods !== void 0) {
                  let a = r.moods,
                    m = e;
                  if (e === m)
                    if (Array.isArray(a)) {
                      var y = !0;
                      let c = a.length;
                      for (let l = 0; l < c; l++) {
                        let d = e;
                        if (typeof a[l] != 'string')
                          return (
                            (R.errors = [
                              {
                                instancePath: t + '/moods/' + l,
                                schemaPath: '#/properties/moods/items/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string',
                              },
                            ]),
                            !1
                          );
                        var y = d === e;
                        if (!y) break;
                      }
                    } else
                      return (
                        (R.errors = [
                          {
                            instancePath: t + '/moods',
                            schemaPath: '#/properties/moods/type',
                            keyword: 'type',
                            params: { type: 'array' },
                            message: 'must be array',
                          },
                        ]),
                        !1
                      );
                  var p = m === e;
                } else var p = !0;
                if (p) {
                  if (r.heard !== void 0) {
                    let a = r.heard,
                      m = e;
                    if (e === m)
                      if (typeof a == 'number' && isFinite(a)) {
                        if (a > 1 || isNaN(a))
                          return (
                            (R.errors = [
                              {
                                instancePath: t + '/heard',
                                schemaPath: '#/properties/heard/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 1 },
                                message: 'must be <= 1',
                              },
                            ]),
                            !1
                          );
                        if (a < 0 || isNaN(a))
                          return (
                            (R.errors = [
                              {
                                instancePath: t + '/heard',
                                schemaPath: '#/properties/heard/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 0 },
                                message: 'must be >= 0',
                              },
                            ]),
                            !1
                          );
                      } else
                        return (
                          (R.errors = [
                            {
                              instancePath: t + '/heard',
                              schemaPath: '#/properties/heard/type',
                              keyword: 'type',
                              params: { type: 'number' },
                              message: 'must be number',
                            },
                          ]),
                          !1
                        );
                    var p = m === e;
                  } else var p = !0;
                  if (p)
                    if (r.surest !== void 0) {
                      let a = r.surest,
                        m = e;
                      if (e === m)
                        if (typeof a == 'number' && isFinite(a)) {
                          if (a > 1 || isNaN(a))
                            return (
                              (R.errors = [
                                {
                                  instancePath: t + '/surest',
                                  schemaPath: '#/properties/surest/maximum',
                                  keyword: 'maximum',
                                  params: { comparison: '<=', limit: 1 },
                                  message: 'must be <= 1',
                                },
                              ]),
                              !1
                            );
                          if (a < 0.5 || isNaN(a))
                            return (
                              (R.errors = [
                                {
                                  instancePath: t + '/surest',
                                  schemaPath: '#/properties/surest/minimum',
                                  keyword: 'minimum',
                                  params: { comparison: '>=', limit: 0.5 },
                                  message: 'must be >= 0.5',
                                },
                              ]),
                              !1
                            );
                        } else
                          return (
                            (R.errors = [
                              {
                                instancePath: t + '/surest',
                                schemaPath: '#/properties/surest/type',
                                keyword: 'type',
                                params: { type: 'number' },
                                message: 'must be number',
                              },
                            ]),
                            !1
                          );
                      var p = m === e;
                    } else var p = !0;
                }
              }
            }
          }
        }
      }
    } else
      return (
        (R.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((R.errors = s), e === 0);
}
R.evaluated = {
  props: {
    craft: !0,
    beauty: !0,
    theme: !0,
    mood: !0,
    attributes: !0,
    moods: !0,
    heard: !0,
    surest: !0,
  },
  dynamicProps: !1,
  dynamicItems: !1,
};
function ke(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = ke.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let n;
      if ((r.schema === void 0 && (n = 'schema')) || (r.changes === void 0 && (n = 'changes')))
        return (
          (ke.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: n },
              message: "must have required property '" + n + "'",
            },
          ]),
          !1
        );
      if (r.schema !== void 0) {
        let o = e;
        if (r.schema !== 1)
          return (
            (ke.errors = [
              {
                instancePath: t + '/schema',
                schemaPath: '#/properties/schema/const',
                keyword: 'const',
                params: { allowedValue: 1 },
                message: 'must be equal to constant',
              },
            ]),
            !1
          );
        var i = o === e;
      } else var i = !0;
      if (i) {
        if (r.changes !== void 0) {
          let o = r.changes,
            f = e;
          if (e === f)
            if (o && typeof o == 'object' && !Array.isArray(o))
              for (let h in o) {
                let a = o[h],
                  m = e;
                if (e === e)
                  if (a && typeof a == 'object' && !Array.isArray(a)) {
                    let c;
                    if (
                      (a.scale === void 0 && (c = 'scale')) ||
                      (a.shift === void 0 && (c = 'shift'))
                    )
                      return (
                        (ke.errors = [
                          {
                            instancePath:
                              t + '/changes/' + h.replace(/~/g, '~0').replace(/\//g, '~1'),
                            schemaPath: '#/$defs/Logistic/required',
                            keyword: 'required',
                            params: { missingProperty: c },
                            message: "must have required property '" + c + "'",
                          },
                        ]),
                        !1
                      );
                    if (a.scale !== void 0) {
                      let l = a.scale,
                        d = e;
                      if (!(typeof l == 'number' && isFinite(l)))
                        return (
                          (ke.errors = [
                            {
                              instancePath:
                                t +
                                '/changes/' +
                                h.replace(/~/g, '~0').replace(/\//g, '~1') +
                                '/scale',
                              schemaPath: '#/$defs/Logistic/properties/scale/type',
                              keyword: 'type',
                              params: { type: 'number' },
                              message: 'must be number',
                            },
                          ]),
                          !1
                        );
                      var p = d === e;
                    } else var p = !0;
                    if (p)
                      if (a.shift !== void 0) {
                        let l = a.shift,
                          d = e;
                        if (!(typeof l == 'number' && isFinite(l)))
                          return (
                            (ke.errors = [
                              {
                                instancePath:
                                  t +
                                  '/changes/' +
                                  h.replace(/~/g, '~0').replace(/\//g, '~1') +
                                  '/shift',
                                schemaPath: '#/$defs/Logistic/properties/shift/type',
                                keyword: 'type',
                                params: { type: 'number' },
                                message: 'must be number',
                              },
                            ]),
                            !1
                          );
                        var p = d === e;
                      } else var p = !0;
                  } else
                    return (
                      (ke.errors = [
                        {
                          instancePath:
                            t + '/changes/' + h.replace(/~/g, '~0').replace(/\//g, '~1'),
                          schemaPath: '#/$defs/Logistic/type',
                          keyword: 'type',
                          params: { type: 'object' },
                          message: 'must be object',
                        },
                      ]),
                      !1
                    );
                var u = m === e;
                if (!u) break;
              }
            else
              return (
                (ke.errors = [
                  {
                    instancePath: t + '/changes',
                    schemaPath: '#/properties/changes/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  },
                ]),
                !1
              );
          var i = f === e;
        } else var i = !0;
        if (i)
          if (r.ask !== void 0) {
            let o = e;
            R(r.ask, {
              instancePath: t + '/ask',
              parentData: r,
              parentDataProperty: 'ask',
              rootData: x,
              dynamicAnchors: N,
            }) || ((s = s === null ? R.errors : s.concat(R.errors)), (e = s.length));
            var i = o === e;
          } else var i = !0;
      }
    } else
      return (
        (ke.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((ke.errors = s), e === 0);
}
ke.evaluated = { props: { schema: !0, changes: !0, ask: !0 }, dynamicProps: !1, dynamicItems: !1 };
var sr = Ce;
var ze = {
    description: 'Where the picture came from.',
    type: 'object',
    required: ['kind'],
    properties: {
      kind: {
        description: 'How the picture was handed over.',
        type: 'string',
        enum: ['path', 'bytes', 'stream', 'pixels'],
      },
      path: { description: 'The file, as it was named in the request.', type: 'string' },
      name: { description: 'What the host calls the picture.', type: 'string' },
    },
  },
  Ue = {
    description: 'The answer.',
    type: 'object',
    required: ['yes', 'probability', 'grade'],
    properties: {
      yes: { description: 'Whether it is more likely so than not.', type: 'boolean' },
      probability: {
        description: 'Probability of yes, 4 decimals.',
        type: 'number',
        minimum: 0,
        maximum: 1,
      },
      grade: {
        description: 'The probability in words.',
        type: 'string',
        enum: ['yes', 'rather yes', 'rather no', 'no'],
      },
    },
  },
  Be = {
    description:
      'What the question was taken to be about: how the picture was made, how it pleases, what it shows, what mood it has, or in what style it is.',
    type: 'string',
    enum: ['craft', 'beauty', 'theme', 'mood', 'style'],
  };
function pe(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = pe.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let u;
      if (
        (r.protocol === void 0 && (u = 'protocol')) ||
        (r.engine === void 0 && (u = 'engine')) ||
        (r.model === void 0 && (u = 'model')) ||
        (r.preprocessing === void 0 && (u = 'preprocessing')) ||
        (r.registry === void 0 && (u = 'registry'))
      )
        return (
          (pe.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: u },
              message: "must have required property '" + u + "'",
            },
          ]),
          !1
        );
      if (r.protocol !== void 0) {
        let n = e;
        if (typeof r.protocol != 'string')
          return (
            (pe.errors = [
              {
                instancePath: t + '/protocol',
                schemaPath: '#/properties/protocol/type',
                keyword: 'type',
                params: { type: 'string' },
                message: 'must be string',
              },
            ]),
            !1
          );
        var i = n === e;
      } else var i = !0;
      if (i) {
        if (r.engine !== void 0) {
          let n = e;
          if (typeof r.engine != 'string')
            return (
              (pe.errors = [
                {
                  instancePath: t + '/engine',
                  schemaPath: '#/properties/engine/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                },
              ]),
              !1
            );
          var i = n === e;
        } else var i = !0;
        if (i) {
          if (r.model !== void 0) {
            let n = r.model,
              o = e;
            if (e === e)
              if (n && typeof n == 'object' && !Array.isArray(n)) {
                let h;
                if ((n.id === void 0 && (h = 'id')) || (n.sha256 === void 0 && (h = 'sha256')))
                  return (
                    (pe.errors = [
                      {
                        instancePath: t + '/model',
                        schemaPath: '#/$defs/ModelStamp/required',
                        keyword: 'required',
                        params: { missingProperty: h },
                        message: "must have required property '" + h + "'",
                      },
                    ]),
                    !1
                  );
                if (n.id !== void 0) {
                  let a = e;
                  if (typeof n.id != 'string')
                    return (
                      (pe.errors = [
                        {
                          instancePath: t + '/model/id',
                          schemaPath: '#/$defs/ModelStamp/properties/id/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        },
                      ]),
                      !1
                    );
                  var p = a === e;
                } else var p = !0;
                if (p)
                  if (n.sha256 !== void 0) {
                    let a = e;
                    if (typeof n.sha256 != 'string')
                      return (
                        (pe.errors = [
                          {
                            instancePath: t + '/model/sha256',
                            schemaPath: '#/$defs/ModelStamp/properties/sha256/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                          },
                        ]),
                        !1
                      );
                    var p = a === e;
                  } else var p = !0;
              } else
                return (
                  (pe.errors = [
                    {
                      instancePath: t + '/model',
                      schemaPath: '#/$defs/ModelStamp/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    },
                  ]),
                  !1
                );
            var i = o === e;
          } else var i = !0;
          if (i) {
            if (r.preprocessing !== void 0) {
              let n = e;
              if (typeof r.preprocessing != 'string')
                return (
                  (pe.errors = [
                    {
                      instancePath: t + '/preprocessing',
                      schemaPath: '#/properties/preprocessing/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    },
                  ]),
                  !1
                );
              var i = n === e;
            } else var i = !0;
            if (i)
              if (r.registry !== void 0) {
                let n = e;
                if (typeof r.registry != 'string')
                  return (
                    (pe.errors = [
                      {
                        instancePath: t + '/registry',
                        schemaPath: '#/properties/registry/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ]),
                    !1
                  );
                var i = n === e;
              } else var i = !0;
          }
        }
      }
    } else
      return (
        (pe.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((pe.errors = s), e === 0);
}
pe.evaluated = {
  props: { protocol: !0, engine: !0, model: !0, preprocessing: !0, registry: !0 },
  dynamicProps: !1,
  dynamicItems: !1,
};
function L(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = L.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let o;
      if (
        (r.status === void 0 && (o = 'status')) ||
        (r.source === void 0 && (o = 'source')) ||
        (r.question === void 0 && (o = 'question')) ||
        (r.answer === void 0 && (o = 'answer')) ||
        (r.confidence === void 0 && (o = 'confidence')) ||
        (r.route === void 0 && (o = 'route')) ||
        (r.reason === void 0 && (o = 'reason')) ||
        (r.evidence === void 0 && (o = 'evidence')) ||
        (r.stamps === void 0 && (o = 'stamps'))
      )
        return (
          (L.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: o },
              message: "must have required property '" + o + "'",
            },
          ]),
          !1
        );
      if (r.status !== void 0) {
        let f = e;
        if (r.status !== 'answered')
          return (
            (L.errors = [
              {
                instancePath: t + '/status',
                schemaPath: '#/properties/status/const',
                keyword: 'const',
                params: { allowedValue: 'answered' },
                message: 'must be equal to constant',
              },
            ]),
            !1
          );
        var i = f === e;
      } else var i = !0;
      if (i) {
        if (r.source !== void 0) {
          let f = r.source,
            y = e;
          if (e === e)
            if (f && typeof f == 'object' && !Array.isArray(f)) {
              let m;
              if (f.kind === void 0 && (m = 'kind'))
                return (
                  (L.errors = [
                    {
                      instancePath: t + '/source',
                      schemaPath: 'assessment.schema.json#/$defs/Source/required',
                      keyword: 'required',
                      params: { missingProperty: m },
                      message: "must have required property '" + m + "'",
                    },
                  ]),
                  !1
                );
              if (f.kind !== void 0) {
                let v = f.kind,
                  c = e;
                if (typeof v != 'string')
                  return (
                    (L.errors = [
                      {
                        instancePath: t + '/source/kind',
                        schemaPath: 'assessment.schema.json#/$defs/Source/properties/kind/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ]),
                    !1
                  );
                if (!(v === 'path' || v === 'bytes' || v === 'stream' || v === 'pixels'))
                  return (
                    (L.errors = [
                      {
                        instancePath: t + '/source/kind',
                        schemaPath: 'assessment.schema.json#/$defs/Source/properties/kind/enum',
                        keyword: 'enum',
                        params: { allowedValues: ze.properties.kind.enum },
                        message: 'must be equal to one of the allowed values',
                      },
                    ]),
                    !1
                  );
                var p = c === e;
              } else var p = !0;
              if (p) {
                if (f.path !== void 0) {
                  let v = e;
                  if (typeof f.path != 'string')
                    return (
                      (L.errors = [
                        {
                          instancePath: t + '/source/path',
                          schemaPath: 'assessment.schema.json#/$defs/Source/properties/path/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        },
                      ]),
                      !1
                    );
                  var p = v === e;
                } else var p = !0;
                if (p)
                  if (f.name !== void 0) {
                    let v = e;
                    if (typeof f.name != 'string')
                      return (
                        (L.errors = [
                          {
                            instancePath: t + '/source/name',
                            schemaPath: 'assessment.schema.json#/$defs/Source/properties/name/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                          },
                        ]),
                        !1
                      );
                    var p = v === e;
                  } else var p = !0;
              }
            } else
              return (
                (L.errors = [
                  {
                    instancePath: t + '/source',
                    schemaPath: 'assessment.schema.json#/$defs/Source/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  },
                ]),
                !1
              );
          var i = y === e;
        } else var i = !0;
        if (i) {
          if (r.question !== void 0) {
            let f = e;
            if (typeof r.question != 'string')
              return (
                (L.errors = [
                  {
                    instancePath: t + '/question',
                    schemaPath: '#/properties/question/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                  },
                ]),
                !1
              );
            var i = f === e;
          } else var i = !0;
          if (i) {
            if (r.answer !== void 0) {
              let f = r.answer,
                y = e;
              if (e === e)
                if (f && typeof f == 'object' && !Array.isArray(f)) {
                  let m;
                  if (
                    (f.yes === void 0 && (m = 'yes')) ||
                    (f.probability === void 0 && (m = 'probability')) ||
                    (f.grade === void 0 && (m = 'grade'))
                  )
                    return (
                      (L.errors = [
                        {
                          instancePath: t + '/answer',
                          schemaPath: '#/$defs/YesOrNo/required',
                          keyword: 'required',
                          params: { missingProperty: m },
                          message: "must have required property '" + m + "'",
                        },
                      ]),
                      !1
                    );
                  if (f.yes !== void 0) {
                    let v = e;
                    if (typeof f.yes != 'boolean')
                      return (
                        (L.errors = [
                          {
                            instancePath: t + '/answer/yes',
                            schemaPath: '#/$defs/YesOrNo/properties/yes/type',
                            keyword: 'type',
                            params: { type: 'boolean' },
                            message: 'must be boolean',
                          },
                        ]),
                        !1
                      );
                    var u = v === e;
                  } else var u = !0;
                  if (u) {
                    if (f.probability !== void 0) {
                      let v = f.probability,
                        c = e;
                      if (e === c)
                        if (typeof v == 'number' && isFinite(v)) {
                          if (v > 1 || isNaN(v))
                            return (
                              (L.errors = [
                                {
                                  instancePath: t + '/answer/probability',
                                  schemaPath: '#/$defs/YesOrNo/properties/probability/maximum',
                                  keyword: 'maximum',
                                  params: { comparison: '<=', limit: 1 },
                                  message: 'must be <= 1',
                                },
                              ]),
                              !1
                            );
                          if (v < 0 || isNaN(v))
                            return (
                              (L.errors = [
                                {
                                  instancePath: t + '/answer/probability',
                                  schemaPath: '#/$defs/YesOrNo/properties/probability/minimum',
                                  keyword: 'minimum',
                                  params: { comparison: '>=', limit: 0 },
                                  message: 'must be >= 0',
                                },
                              ]),
                              !1
                            );
                        } else
                          return (
                            (L.errors = [
                              {
                                instancePath: t + '/answer/probability',
                                schemaPath: '#/$defs/YesOrNo/properties/probability/type',
                                keyword: 'type',
                                params: { type: 'number' },
                                message: 'must be number',
                              },
                            ]),
                            !1
                          );
                      var u = c === e;
                    } else var u = !0;
                    if (u)
                      if (f.grade !== void 0) {
                        let v = f.grade,
                          c = e;
                        if (typeof v != 'string')
                          return (
                            (L.errors = [
                              {
                                instancePath: t + '/answer/grade',
                                schemaPath: '#/$defs/YesOrNo/properties/grade/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string',
                              },
                            ]),
                            !1
                          );
                        if (!(v === 'yes' || v === 'rather yes' || v === 'rather no' || v === 'no'))
                          return (
                            (L.errors = [
                              {
                                instancePath: t + '/answer/grade',
                                schemaPath: '#/$defs/YesOrNo/properties/grade/enum',
                                keyword: 'enum',
                                params: { allowedValues: Ue.properties.grade.enum },
                                message: 'must be equal to one of the allowed values',
                              },
                            ]),
                            !1
                          );
                        var u = c === e;
                      } else var u = !0;
                  }
                } else
                  return (
                    (L.errors = [
                      {
                        instancePath: t + '/answer',
                        schemaPath: '#/$defs/YesOrNo/type',
                        keyword: 'type',
                        params: { type: 'object' },
                        message: 'must be object',
                      },
                    ]),
                    !1
                  );
              var i = y === e;
            } else var i = !0;
            if (i) {
              if (r.confidence !== void 0) {
                let f = r.confidence,
                  y = e;
                if (e === y)
                  if (typeof f == 'number' && isFinite(f)) {
                    if (f > 1 || isNaN(f))
                      return (
                        (L.errors = [
                          {
                            instancePath: t + '/confidence',
                            schemaPath: '#/properties/confidence/maximum',
                            keyword: 'maximum',
                            params: { comparison: '<=', limit: 1 },
                            message: 'must be <= 1',
                          },
                        ]),
                        !1
                      );
                    if (f < 0.5 || isNaN(f))
                      return (
                        (L.errors = [
                          {
                            instancePath: t + '/confidence',
                            schemaPath: '#/properties/confidence/minimum',
                            keyword: 'minimum',
                            params: { comparison: '>=', limit: 0.5 },
                            message: 'must be >= 0.5',
                          },
                        ]),
                        !1
                      );
                  } else
                    return (
                      (L.errors = [
                        {
                          instancePath: t + '/confidence',
                          schemaPath: '#/properties/confidence/type',
                          keyword: 'type',
                          params: { type: 'number' },
                          message: 'must be number',
                        },
                      ]),
                      !1
                    );
                var i = y === e;
              } else var i = !0;
              if (i) {
                if (r.route !== void 0) {
                  let f = r.route,
                    y = e;
                  if (typeof f != 'string')
                    return (
                      (L.errors = [
                        {
                          instancePath: t + '/route',
                          schemaPath: '#/$defs/Route/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        },
                      ]),
                      !1
                    );
                  if (!(
                    f === 'craft' ||
                    f === 'beauty' ||
                    f === 'theme' ||
                    f === 'mood' ||
                    f === 'style'
                  ))
                    return (
                      (L.errors = [
                        {
                          instancePath: t + '/route',
                          schemaPath: '#/$defs/Route/enum',
                          keyword: 'enum',
                          params: { allowedValues: Be.enum },
                          message: 'must be equal to one of the allowed values',
                        },
                      ]),
                      !1
                    );
                  var i = y === e;
                } else var i = !0;
                if (i) {
                  if (r.about !== void 0) {
                    let f = e;
                    if (typeof r.about != 'string')
                      return (
                        (L.errors = [
                          {
                            instancePath: t + '/about',
                            schemaPath: '#/properties/about/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                          },
                        ]),
                        !1
                      );
                    var i = f === e;
                  } else var i = !0;
                  if (i) {
                    if (r.reason !== void 0) {
                      let f = e;
                      if (typeof r.reason != 'string')
                        return (
                          (L.errors = [
                            {
                              instancePath: t + '/reason',
                              schemaPath: '#/properties/reason/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            },
                          ]),
                          !1
                        );
                      var i = f === e;
                    } else var i = !0;
                    if (i) {
                      if (r.evidence !== void 0) {
                        let f = r.evidence,
                          y = e;
                        if (e === e)
                          if (Array.isArray(f)) {
                            var n = !0;
                            let m = f.length;
                            for (let v = 0; v < m; v++) {
                              let c = e;
                              if (typeof f[v] != 'string')
                                return (
                                  (L.errors = [
                                    {
                                      instancePath: t + '/evidence/' + v,
                                      schemaPath: '#/$defs/Measurements/items/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                      message: 'must be string',
                                    },
                                  ]),
                                  !1
                                );
                              var n = c === e;
                              if (!n) break;
                            }
                          } else
                            return (
                              (L.errors = [
                                {
                                  instancePath: t + '/evidence',
                                  schemaPath: '#/$defs/Measurements/type',
                                  keyword: 'type',
                                  params: { type: 'array' },
                                  message: 'must be array',
                                },
                              ]),
                              !1
                            );
                        var i = y === e;
                      } else var i = !0;
                      if (i)
                        if (r.stamps !== void 0) {
                          let f = e;
                          pe(r.stamps, {
                            instancePath: t + '/stamps',
                            parentData: r,
                            parentDataProperty: 'stamps',
                            rootData: x,
                            dynamicAnchors: N,
                          }) ||
                            ((s = s === null ? pe.errors : s.concat(pe.errors)), (e = s.length));
                          var i = f === e;
                        } else var i = !0;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return (
        (L.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((L.errors = s), e === 0);
}
L.evaluated = {
  props: {
    status: !0,
    source: !0,
    question: !0,
    answer: !0,
    confidence: !0,
    route: !0,
    about: !0,
    reason: !0,
    evidence: !0,
    stamps: !0,
  },
  dynamicProps: !1,
  dynamicItems: !1,
};
function te(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = te.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let n;
      if (
        (r.status === void 0 && (n = 'status')) ||
        (r.source === void 0 && (n = 'source')) ||
        (r.question === void 0 && (n = 'question')) ||
        (r.reason === void 0 && (n = 'reason')) ||
        (r.evidence === void 0 && (n = 'evidence')) ||
        (r.stamps === void 0 && (n = 'stamps'))
      )
        return (
          (te.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: n },
              message: "must have required property '" + n + "'",
            },
          ]),
          !1
        );
      if (r.status !== void 0) {
        let o = e;
        if (r.status !== 'cannot-tell')
          return (
            (te.errors = [
              {
                instancePath: t + '/status',
                schemaPath: '#/properties/status/const',
                keyword: 'const',
                params: { allowedValue: 'cannot-tell' },
                message: 'must be equal to constant',
              },
            ]),
            !1
          );
        var i = o === e;
      } else var i = !0;
      if (i) {
        if (r.source !== void 0) {
          let o = r.source,
            f = e;
          if (e === e)
            if (o && typeof o == 'object' && !Array.isArray(o)) {
              let a;
              if (o.kind === void 0 && (a = 'kind'))
                return (
                  (te.errors = [
                    {
                      instancePath: t + '/source',
                      schemaPath: 'assessment.schema.json#/$defs/Source/required',
                      keyword: 'required',
                      params: { missingProperty: a },
                      message: "must have required property '" + a + "'",
                    },
                  ]),
                  !1
                );
              if (o.kind !== void 0) {
                let m = o.kind,
                  v = e;
                if (typeof m != 'string')
                  return (
                    (te.errors = [
                      {
                        instancePath: t + '/source/kind',
                        schemaPath: 'assessment.schema.json#/$defs/Source/properties/kind/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ]),
                    !1
                  );
                if (!(m === 'path' || m === 'bytes' || m === 'stream' || m === 'pixels'))
                  return (
                    (te.errors = [
                      {
                        instancePath: t + '/source/kind',
                        schemaPath: 'assessment.schema.json#/$defs/Source/properties/kind/enum',
                        keyword: 'enum',
                        params: { allowedValues: ze.properties.kind.enum },
                        message: 'must be equal to one of the allowed values',
                      },
                    ]),
                    !1
                  );
                var p = v === e;
              } else var p = !0;
              if (p) {
                if (o.path !== void 0) {
                  let m = e;
                  if (typeof o.path != 'string')
                    return (
                      (te.errors = [
                        {
                          instancePath: t + '/source/path',
                          schemaPath: 'assessment.schema.json#/$defs/Source/properties/path/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        },
                      ]),
                      !1
                    );
                  var p = m === e;
                } else var p = !0;
                if (p)
                  if (o.name !== void 0) {
                    let m = e;
                    if (typeof o.name != 'string')
                      return (
                        (te.errors = [
                          {
                            instancePath: t + '/source/name',
                            schemaPath: 'assessment.schema.json#/$defs/Source/properties/name/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                          },
                        ]),
                        !1
                      );
                    var p = m === e;
                  } else var p = !0;
              }
            } else
              return (
                (te.errors = [
                  {
                    instancePath: t + '/source',
                    schemaPath: 'assessment.schema.json#/$defs/Source/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  },
                ]),
                !1
              );
          var i = f === e;
        } else var i = !0;
        if (i) {
          if (r.question !== void 0) {
            let o = e;
            if (typeof r.question != 'string')
              return (
                (te.errors = [
                  {
                    instancePath: t + '/question',
                    schemaPath: '#/properties/question/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                  },
                ]),
                !1
              );
            var i = o === e;
          } else var i = !0;
          if (i) {
            if (r.route !== void 0) {
              let o = r.route,
                f = e;
              if (typeof o != 'string')
                return (
                  (te.errors = [
                    {
                      instancePath: t + '/route',
                      schemaPath: '#/$defs/Route/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    },
                  ]),
                  !1
                );
              if (!(
                o === 'craft' ||
                o === 'beauty' ||
                o === 'theme' ||
                o === 'mood' ||
                o === 'style'
              ))
                return (
                  (te.errors = [
                    {
                      instancePath: t + '/route',
                      schemaPath: '#/$defs/Route/enum',
                      keyword: 'enum',
                      params: { allowedValues: Be.enum },
                      message: 'must be equal to one of the allowed values',
                    },
                  ]),
                  !1
                );
              var i = f === e;
            } else var i = !0;
            if (i) {
              if (r.about !== void 0) {
                let o = e;
                if (typeof r.about != 'string')
                  return (
                    (te.errors = [
                      {
                        instancePath: t + '/about',
                        schemaPath: '#/properties/about/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ]),
                    !1
                  );
                var i = o === e;
              } else var i = !0;
              if (i) {
                if (r.reason !== void 0) {
                  let o = e;
                  if (typeof r.reason != 'string')
                    return (
                      (te.errors = [
                        {
                          instancePath: t + '/reason',
                          schemaPath: '#/properties/reason/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        },
                      ]),
                      !1
                    );
                  var i = o === e;
                } else var i = !0;
                if (i) {
                  if (r.evidence !== void 0) {
                    let o = r.evidence,
                      f = e;
                    if (e === e)
                      if (Array.isArray(o)) {
                        var u = !0;
                        let a = o.length;
                        for (let m = 0; m < a; m++) {
                          let v = e;
                          if (typeof o[m] != 'string')
                            return (
                              (te.errors = [
                                {
                                  instancePath: t + '/evidence/' + m,
                                  schemaPath: '#/$defs/Measurements/items/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                  message: 'must be string',
                                },
                              ]),
                              !1
                            );
                          var u = v === e;
                          if (!u) break;
                        }
                      } else
                        return (
                          (te.errors = [
                            {
                              instancePath: t + '/evidence',
                              schemaPath: '#/$defs/Measurements/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array',
                            },
                          ]),
                          !1
                        );
                    var i = f === e;
                  } else var i = !0;
                  if (i)
                    if (r.stamps !== void 0) {
                      let o = e;
                      pe(r.stamps, {
                        instancePath: t + '/stamps',
                        parentData: r,
                        parentDataProperty: 'stamps',
                        rootData: x,
                        dynamicAnchors: N,
                      }) || ((s = s === null ? pe.errors : s.concat(pe.errors)), (e = s.length));
                      var i = o === e;
                    } else var i = !0;
                }
              }
            }
          }
        }
      }
    } else
      return (
        (te.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((te.errors = s), e === 0);
}
te.evaluated = {
  props: {
    status: !0,
    source: !0,
    question: !0,
    route: !0,
    about: !0,
    reason: !0,
    evidence: !0,
    stamps: !0,
  },
  dynamicProps: !1,
  dynamicItems: !1,
};
function Ce(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = Ce.evaluated;
  (k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0));
  let i = e,
    p = !1,
    u = null,
    n = e;
  L(r, { instancePath: t, parentData: C, parentDataProperty: T, rootData: x, dynamicAnchors: N }) ||
    ((s = s === null ? L.errors : s.concat(L.errors)), (e = s.length));
  var y = n === e;
  if (y) {
    ((p = !0), (u = 0));
    var o = {};
    ((o.status = !0),
      (o.source = !0),
      (o.question = !0),
      (o.answer = !0),
      (o.confidence = !0),
      (o.route = !0),
      (o.about = !0),
      (o.reason = !0),
      (o.evidence = !0),
      (o.stamps = !0));
  }
  let f = e;
  te(r, {
    instancePath: t,
    parentData: C,
    parentDataProperty: T,
    rootData: x,
    dynamicAnchors: N,
  }) || ((s = s === null ? te.errors : s.concat(te.errors)), (e = s.length));
  var y = f === e;
  if (
    (y && p
      ? ((p = !1), (u = [u, 1]))
      : y &&
        ((p = !0),
        (u = 1),
        o !== !0 &&
          ((o = o || {}),
          (o.status = !0),
          (o.source = !0),
          (o.question = !0),
          (o.route = !0),
          (o.about = !0),
          (o.reason = !0),
          (o.evidence = !0),
          (o.stamps = !0))),
    p)
  )
    ((e = i), s !== null && (i ? (s.length = i) : (s = null)));
  else {
    let h = {
      instancePath: t,
      schemaPath: '#/oneOf',
      keyword: 'oneOf',
      params: { passingSchemas: u },
      message: 'must match exactly one schema in oneOf',
    };
    return (s === null ? (s = [h]) : s.push(h), e++, (Ce.errors = s), !1);
  }
  return ((Ce.errors = s), (k.props = o), e === 0);
}
Ce.evaluated = { dynamicProps: !0, dynamicItems: !1 };
var ir = Se;
var Xe = {
  description: 'The kind of picture. Scores of different kinds do not compare.',
  type: 'object',
  required: ['id', 'confidence'],
  properties: {
    id: {
      description:
        'photograph; artwork (drawn, painted or generated); interface (a screen of a program or page).',
      type: 'string',
      enum: ['photograph', 'artwork', 'interface'],
    },
    confidence: {
      description: 'Probability that this is the right kind, 4 decimals.',
      type: 'number',
      minimum: 0,
      maximum: 1,
    },
  },
};
function ee(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = ee.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let u;
      if (
        (r.width === void 0 && (u = 'width')) ||
        (r.height === void 0 && (u = 'height')) ||
        (r.sha256 === void 0 && (u = 'sha256')) ||
        (r.format === void 0 && (u = 'format')) ||
        (r.preview === void 0 && (u = 'preview'))
      )
        return (
          (ee.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: u },
              message: "must have required property '" + u + "'",
            },
          ]),
          !1
        );
      if (r.width !== void 0) {
        let n = r.width,
          o = e;
        if (!(typeof n == 'number' && !(n % 1) && !isNaN(n) && isFinite(n)))
          return (
            (ee.errors = [
              {
                instancePath: t + '/width',
                schemaPath: '#/properties/width/type',
                keyword: 'type',
                params: { type: 'integer' },
                message: 'must be integer',
              },
            ]),
            !1
          );
        if (e === o && typeof n == 'number' && isFinite(n) && (n < 1 || isNaN(n)))
          return (
            (ee.errors = [
              {
                instancePath: t + '/width',
                schemaPath: '#/properties/width/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                message: 'must be >= 1',
              },
            ]),
            !1
          );
        var i = o === e;
      } else var i = !0;
      if (i) {
        if (r.height !== void 0) {
          let n = r.height,
            o = e;
          if (!(typeof n == 'number' && !(n % 1) && !isNaN(n) && isFinite(n)))
            return (
              (ee.errors = [
                {
                  instancePath: t + '/height',
                  schemaPath: '#/properties/height/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                },
              ]),
              !1
            );
          if (e === o && typeof n == 'number' && isFinite(n) && (n < 1 || isNaN(n)))
            return (
              (ee.errors = [
                {
                  instancePath: t + '/height',
                  schemaPath: '#/properties/height/minimum',
                  keyword: 'minimum',
                  params: { comparison: '>=', limit: 1 },
                  message: 'must be >= 1',
                },
              ]),
              !1
            );
          var i = o === e;
        } else var i = !0;
        if (i) {
          if (r.sha256 !== void 0) {
            let n = e;
            if (typeof r.sha256 != 'string')
              return (
                (ee.errors = [
                  {
                    instancePath: t + '/sha256',
                    schemaPath: '#/properties/sha256/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                  },
                ]),
                !1
              );
            var i = n === e;
          } else var i = !0;
          if (i) {
            if (r.format !== void 0) {
              let n = e;
              if (typeof r.format != 'string')
                return (
                  (ee.errors = [
                    {
                      instancePath: t + '/format',
                      schemaPath: '#/properties/format/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    },
                  ]),
                  !1
                );
              var i = n === e;
            } else var i = !0;
            if (i) {
              if (r.preview !== void 0) {
                let n = e;
                if (typeof r.preview != 'boolean')
                  return (
                    (ee.errors = [
                      {
                        instancePath: t + '/preview',
                        schemaPath: '#/properties/preview/type',
                        keyword: 'type',
                        params: { type: 'boolean' },
                        message: 'must be boolean',
                      },
                    ]),
                    !1
                  );
                var i = n === e;
              } else var i = !0;
              if (i)
                if (r.capture !== void 0) {
                  let n = r.capture,
                    o = e;
                  if (e === e)
                    if (n && typeof n == 'object' && !Array.isArray(n)) {
                      if (n.camera !== void 0) {
                        let h = e;
                        if (typeof n.camera != 'string')
                          return (
                            (ee.errors = [
                              {
                                instancePath: t + '/capture/camera',
                                schemaPath: '#/$defs/CaptureFacts/properties/camera/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string',
                              },
                            ]),
                            !1
                          );
                        var p = h === e;
                      } else var p = !0;
                      if (p) {
                        if (n.lens !== void 0) {
                          let h = e;
                          if (typeof n.lens != 'string')
                            return (
                              (ee.errors = [
                                {
                                  instancePath: t + '/capture/lens',
                                  schemaPath: '#/$defs/CaptureFacts/properties/lens/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                  message: 'must be string',
                                },
                              ]),
                              !1
                            );
                          var p = h === e;
                        } else var p = !0;
                        if (p) {
                          if (n.iso !== void 0) {
                            let h = n.iso,
                              a = e;
                            if (!(typeof h == 'number' && isFinite(h)))
                              return (
                                (ee.errors = [
                                  {
                                    instancePath: t + '/capture/iso',
                                    schemaPath: '#/$defs/CaptureFacts/properties/iso/type',
                                    keyword: 'type',
                                    params: { type: 'number' },
                                    message: 'must be number',
                                  },
                                ]),
                                !1
                              );
                            var p = a === e;
                          } else var p = !0;
                          if (p) {
                            if (n.exposureTime !== void 0) {
                              let h = n.exposureTime,
                                a = e;
                              if (!(typeof h == 'number' && isFinite(h)))
                                return (
                                  (ee.errors = [
                                    {
                                      instancePath: t + '/capture/exposureTime',
                                      schemaPath:
                                        '#/$defs/CaptureFacts/properties/exposureTime/type',
                                      keyword: 'type',
                                      params: { type: 'number' },
                                      message: 'must be number',
                                    },
                                  ]),
                                  !1
                                );
                              var p = a === e;
                            } else var p = !0;
                            if (p) {
                              if (n.fNumber !== void 0) {
                                let h = n.fNumber,
                                  a = e;
                                if (!(typeof h == 'number' && isFinite(h)))
                                  return (
                                    (ee.errors = [
                                      {
                                        instancePath: t + '/capture/fNumber',
                                        schemaPath: '#/$defs/CaptureFacts/properties/fNumber/type',
                                        keyword: 'type',
                                        params: { type: 'number' },
                                        message: 'must be number',
                                      },
                                    ]),
                                    !1
                                  );
                                var p = a === e;
                              } else var p = !0;
                              if (p) {
                                if (n.focalLength !== void 0) {
                                  let h = n.focalLength,
                                    a = e;
                                  if (!(typeof h == 'number' && isFinite(h)))
                                    return (
                                      (ee.errors = [
                                        {
                                          instancePath: t + '/capture/focalLength',
                                          schemaPath:
                                            '#/$defs/CaptureFacts/properties/focalLength/type',
                                          keyword: 'type',
                                          params: { type: 'number' },
                                          message: 'must be number',
                                        },
                                      ]),
                                      !1
                                    );
                                  var p = a === e;
                                } else var p = !0;
                                if (p) {
                                  if (n.exposureBias !== void 0) {
                                    let h = n.exposureBias,
                                      a = e;
                                    if (!(typeof h == 'number' && isFinite(h)))
                                      return (
                                        (ee.errors = [
                                          {
                                            instancePath: t + '/capture/exposureBias',
                                            schemaPath:
                                              '#/$defs/CaptureFacts/properties/exposureBias/type',
                                            keyword: 'type',
                                            params: { type: 'number' },
                                            message: 'must be number',
                                          },
                                        ]),
                                        !1
                                      );
                                    var p = a === e;
                                  } else var p = !0;
                                  if (p)
                                    if (n.takenAt !== void 0) {
                                      let h = e;
                                      if (typeof n.takenAt != 'string')
                                        return (
                                          (ee.errors = [
                                            {
                                              instancePath: t + '/capture/takenAt',
                                              schemaPath:
                                                '#/$defs/CaptureFacts/properties/takenAt/type',
                                              keyword: 'type',
                                              params: { type: 'string' },
                                              message: 'must be string',
                                            },
                                          ]),
                                          !1
                                        );
                                      var p = h === e;
                                    } else var p = !0;
                                }
                              }
                            }
                          }
                        }
                      }
                    } else
                      return (
                        (ee.errors = [
                          {
                            instancePath: t + '/capture',
                            schemaPath: '#/$defs/CaptureFacts/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                          },
                        ]),
                        !1
                      );
                  var i = o === e;
                } else var i = !0;
            }
          }
        }
      }
    } else
      return (
        (ee.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((ee.errors = s), e === 0);
}
ee.evaluated = {
  props: { width: !0, height: !0, sha256: !0, format: !0, preview: !0, capture: !0 },
  dynamicProps: !1,
  dynamicItems: !1,
};
function O(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = O.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let y;
      if (
        (r.value === void 0 && (y = 'value')) ||
        (r.interval === void 0 && (y = 'interval')) ||
        (r.percentile === void 0 && (y = 'percentile')) ||
        (r.reference === void 0 && (y = 'reference')) ||
        (r.confidence === void 0 && (y = 'confidence')) ||
        (r.abstained === void 0 && (y = 'abstained')) ||
        (r.distribution === void 0 && (y = 'distribution')) ||
        (r.technical === void 0 && (y = 'technical')) ||
        (r.contributions === void 0 && (y = 'contributions'))
      )
        return (
          (O.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: y },
              message: "must have required property '" + y + "'",
            },
          ]),
          !1
        );
      if (r.value !== void 0) {
        let h = r.value,
          a = e;
        if (e === a)
          if (typeof h == 'number' && isFinite(h)) {
            if (h > 10 || isNaN(h))
              return (
                (O.errors = [
                  {
                    instancePath: t + '/value',
                    schemaPath: '#/properties/value/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 10 },
                    message: 'must be <= 10',
                  },
                ]),
                !1
              );
            if (h < 0 || isNaN(h))
              return (
                (O.errors = [
                  {
                    instancePath: t + '/value',
                    schemaPath: '#/properties/value/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                    message: 'must be >= 0',
                  },
                ]),
                !1
              );
          } else
            return (
              (O.errors = [
                {
                  instancePath: t + '/value',
                  schemaPath: '#/properties/value/type',
                  keyword: 'type',
                  params: { type: 'number' },
                  message: 'must be number',
                },
              ]),
              !1
            );
        var i = a === e;
      } else var i = !0;
      if (i) {
        if (r.interval !== void 0) {
          let h = r.interval,
            a = e;
          if (e === e)
            if (h && typeof h == 'object' && !Array.isArray(h)) {
              let c;
              if (
                (h.low === void 0 && (c = 'low')) ||
                (h.high === void 0 && (c = 'high')) ||
                (h.level === void 0 && (c = 'level'))
              )
                return (
                  (O.errors = [
                    {
                      instancePath: t + '/interval',
                      schemaPath: '#/$defs/Interval/required',
                      keyword: 'required',
                      params: { missingProperty: c },
                      message: "must have required property '" + c + "'",
                    },
                  ]),
                  !1
                );
              if (h.low !== void 0) {
                let l = h.low,
                  d = e;
                if (e === d)
                  if (typeof l == 'number' && isFinite(l)) {
                    if (l > 10 || isNaN(l))
                      return (
                        (O.errors = [
                          {
                            instancePath: t + '/interval/low',
                            schemaPath: '#/$defs/Interval/properties/low/maximum',
                            keyword: 'maximum',
                            params: { comparison: '<=', limit: 10 },
                            message: 'must be <= 10',
                          },
                        ]),
                        !1
                      );
                    if (l < 0 || isNaN(l))
                      return (
                        (O.errors = [
                          {
                            instancePath: t + '/interval/low',
                            schemaPath: '#/$defs/Interval/properties/low/minimum',
                            keyword: 'minimum',
                            params: { comparison: '>=', limit: 0 },
                            message: 'must be >= 0',
                          },
                        ]),
                        !1
                      );
                  } else
                    return (
                      (O.errors = [
                        {
                          instancePath: t + '/interval/low',
                          schemaPath: '#/$defs/Interval/properties/low/type',
                          keyword: 'type',
                          params: { type: 'number' },
                          message: 'must be number',
                        },
                      ]),
                      !1
                    );
                var p = d === e;
              } else var p = !0;
              if (p) {
                if (h.high !== void 0) {
                  let l = h.high,
                    d = e;
                  if (e === d)
                    if (typeof l == 'number' && isFinite(l)) {
                      if (l > 10 || isNaN(l))
                        return (
                          (O.errors = [
                            {
                              instancePath: t + '/interval/high',
                              schemaPath: '#/$defs/Interval/properties/high/maximum',
                              keyword: 'maximum',
                              params: { comparison: '<=', limit: 10 },
                              message: 'must be <= 10',
                            },
                          ]),
                          !1
                        );
                      if (l < 0 || isNaN(l))
                        return (
                          (O.errors = [
                            {
                              instancePath: t + '/interval/high',
                              schemaPath: '#/$defs/Interval/properties/high/minimum',
                              keyword: 'minimum',
                              params: { comparison: '>=', limit: 0 },
                              message: 'must be >= 0',
                            },
                          ]),
                          !1
                        );
                    } else
                      return (
                        (O.errors = [
                          {
                            instancePath: t + '/interval/high',
                            schemaPath: '#/$defs/Interval/properties/high/type',
                            keyword: 'type',
                            params: { type: 'number' },
                            message: 'must be number',
                          },
                        ]),
                        !1
                      );
                  var p = d === e;
                } else var p = !0;
                if (p)
                  if (h.level !== void 0) {
                    let l = h.level,
                      d = e;
                    if (e === d)
                      if (typeof l == 'number' && isFinite(l)) {
                        if (l > 1 || isNaN(l))
                          return (
                            (O.errors = [
                              {
                                instancePath: t + '/interval/level',
                                schemaPath: '#/$defs/Interval/properties/level/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 1 },
                                message: 'must be <= 1',
                              },
                            ]),
                            !1
                          );
                        if (l < 0 || isNaN(l))
                          return (
                            (O.errors = [
                              {
                                instancePath: t + '/interval/level',
                                schemaPath: '#/$defs/Interval/properties/level/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 0 },
                                message: 'must be >= 0',
                              },
                            ]),
                            !1
                          );
                      } else
                        return (
                          (O.errors = [
                            {
                              instancePath: t + '/interval/level',
                              schemaPath: '#/$defs/Interval/properties/level/type',
                              keyword: 'type',
                              params: { type: 'number' },
                              message: 'must be number',
                            },
                          ]),
                          !1
                        );
                    var p = d === e;
                  } else var p = !0;
              }
            } else
              return (
                (O.errors = [
                  {
                    instancePath: t + '/interval',
                    schemaPath: '#/$defs/Interval/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  },
                ]),
                !1
              );
          var i = a === e;
        } else var i = !0;
        if (i) {
          if (r.percentile !== void 0) {
            let h = r.percentile,
              a = e;
            if (e === a)
              if (typeof h == 'number' && isFinite(h)) {
                if (h > 100 || isNaN(h))
                  return (
                    (O.errors = [
                      {
                        instancePath: t + '/percentile',
                        schemaPath: '#/properties/percentile/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 100 },
                        message: 'must be <= 100',
                      },
                    ]),
                    !1
                  );
                if (h < 0 || isNaN(h))
                  return (
                    (O.errors = [
                      {
                        instancePath: t + '/percentile',
                        schemaPath: '#/properties/percentile/minimum',
                        keyword: 'minimum',
                        params: { comparison: '>=', limit: 0 },
                        message: 'must be >= 0',
                      },
                    ]),
                    !1
                  );
              } else
                return (
                  (O.errors = [
                    {
                      instancePath: t + '/percentile',
                      schemaPath: '#/properties/percentile/type',
                      keyword: 'type',
                      params: { type: 'number' },
                      message: 'must be number',
                    },
                  ]),
                  !1
                );
            var i = a === e;
          } else var i = !0;
          if (i) {
            if (r.reference !== void 0) {
              let h = r.reference,
                a = e;
              if (e === e)
                if (h && typeof h == 'object' && !Array.isArray(h)) {
                  let c;
                  if (
                    (h.id === void 0 && (c = 'id')) ||
                    (h.size === void 0 && (c = 'size')) ||
                    (h.mean === void 0 && (c = 'mean'))
                  )
                    return (
                      (O.errors = [
                        {
                          instancePath: t + '/reference',
                          schemaPath: '#/$defs/Reference/required',
                          keyword: 'required',
                          params: { missingProperty: c },
                          message: "must have required property '" + c + "'",
                        },
                      ]),
                      !1
                    );
                  if (h.id !== void 0) {
                    let l = e;
                    if (typeof h.id != 'string')
                      return (
                        (O.errors = [
                          {
                            instancePath: t + '/reference/id',
                            schemaPath: '#/$defs/Reference/properties/id/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                          },
                        ]),
                        !1
                      );
                    var u = l === e;
                  } else var u = !0;
                  if (u) {
                    if (h.size !== void 0) {
                      let l = h.size,
                        d = e;
                      if (!(typeof l == 'number' && !(l % 1) && !isNaN(l) && isFinite(l)))
                        return (
                          (O.errors = [
                            {
                              instancePath: t + '/reference/size',
                              schemaPath: '#/$defs/Reference/properties/size/type',
                              keyword: 'type',
                              params: { type: 'integer' },
                              message: 'must be integer',
                            },
                          ]),
                          !1
                        );
                      if (e === d && typeof l == 'number' && isFinite(l) && (l < 1 || isNaN(l)))
                        return (
                          (O.errors = [
                            {
                              instancePath: t + '/reference/size',
                              schemaPath: '#/$defs/Reference/properties/size/minimum',
                              keyword: 'minimum',
                              params: { comparison: '>=', limit: 1 },
                              message: 'must be >= 1',
                            },
                          ]),
                          !1
                        );
                      var u = d === e;
                    } else var u = !0;
                    if (u)
                      if (h.mean !== void 0) {
                        let l = h.mean,
                          d = e;
                        if (!(typeof l == 'number' && isFinite(l)))
                          return (
                            (O.errors = [
                              {
                                instancePath: t + '/reference/mean',
                                schemaPath: '#/$defs/Reference/properties/mean/type',
                                keyword: 'type',
                                params: { type: 'number' },
                                message: 'must be number',
                              },
                            ]),
                            !1
                          );
                        var u = d === e;
                      } else var u = !0;
                  }
                } else
                  return (
                    (O.errors = [
                      {
                        instancePath: t + '/reference',
                        schemaPath: '#/$defs/Reference/type',
                        keyword: 'type',
                        params: { type: 'object' },
                        message: 'must be object',
                      },
                    ]),
                    !1
                  );
              var i = a === e;
            } else var i = !0;
            if (i) {
              if (r.confidence !== void 0) {
                let h = r.confidence,
                  a = e;
                if (e === a)
                  if (typeof h == 'number' && isFinite(h)) {
                    if (h > 1 || isNaN(h))
                      return (
                        (O.errors = [
                          {
                            instancePath: t + '/confidence',
                            schemaPath: '#/properties/confidence/maximum',
                            keyword: 'maximum',
                            params: { comparison: '<=', limit: 1 },
                            message: 'must be <= 1',
                          },
                        ]),
                        !1
                      );
                    if (h < 0 || isNaN(h))
                      return (
                        (O.errors = [
                          {
                            instancePath: t + '/confidence',
                            schemaPath: '#/properties/confidence/minimum',
                            keyword: 'minimum',
                            params: { comparison: '>=', limit: 0 },
                            message: 'must be >= 0',
                          },
                        ]),
                        !1
                      );
                  } else
                    return (
                      (O.errors = [
                        {
                          instancePath: t + '/confidence',
                          schemaPath: '#/properties/confidence/type',
                          keyword: 'type',
                          params: { type: 'number' },
                          message: 'must be number',
                        },
                      ]),
                      !1
                    );
                var i = a === e;
              } else var i = !0;
              if (i) {
                if (r.abstained !== void 0) {
                  let h = e;
                  if (typeof r.abstained != 'boolean')
                    return (
                      (O.errors = [
                        {
                          instancePath: t + '/abstained',
                          schemaPath: '#/properties/abstained/type',
                          keyword: 'type',
                          params: { type: 'boolean' },
                          message: 'must be boolean',
                        },
                      ]),
                      !1
                    );
                  var i = h === e;
                } else var i = !0;
                if (i) {
                  if (r.distribution !== void 0) {
                    let h = r.distribution,
                      a = e;
                    if (e === a)
                      if (Array.isArray(h)) {
                        if (h.length > 10)
                          return (
                            (O.errors = [
                              {
                                instancePath: t + '/distribution',
                                schemaPath: '#/properties/distribution/maxItems',
                                keyword: 'maxItems',
                                params: { limit: 10 },
                                message: 'must NOT have more than 10 items',
                              },
                            ]),
                            !1
                          );
                        if (h.length < 10)
                          return (
                            (O.errors = [
                              {
                                instancePath: t + '/distribution',
                                schemaPath: '#/properties/distribution/minItems',
                                keyword: 'minItems',
                                params: { limit: 10 },
                                message: 'must NOT have fewer than 10 items',
                              },
                            ]),
                            !1
                          );
                        {
                          var n = !0;
                          let v = h.length;
                          for (let c = 0; c < v; c++) {
                            let l = h[c],
                              d = e;
                            if (e === d)
                              if (typeof l == 'number' && isFinite(l)) {
                                if (l > 1 || isNaN(l))
                                  return (
                                    (O.errors = [
                                      {
                                        instancePath: t + '/distribution/' + c,
                                        schemaPath: '#/properties/distribution/items/maximum',
                                        keyword: 'maximum',
                                        params: { comparison: '<=', limit: 1 },
                                        message: 'must be <= 1',
                                      },
                                    ]),
                                    !1
                                  );
                                if (l < 0 || isNaN(l))
                                  return (
                                    (O.errors = [
                                      {
                                        instancePath: t + '/distribution/' + c,
                                        schemaPath: '#/properties/distribution/items/minimum',
                                        keyword: 'minimum',
                                        params: { comparison: '>=', limit: 0 },
                                        message: 'must be >= 0',
                                      },
                                    ]),
                                    !1
                                  );
                              } else
                                return (
                                  (O.errors = [
                                    {
                                      instancePath: t + '/distribution/' + c,
                                      schemaPath: '#/properties/distribution/items/type',
                                      keyword: 'type',
                                      params: { type: 'number' },
                                      message: 'must be number',
                                    },
                                  ]),
                                  !1
                                );
                            var n = d === e;
                            if (!n) break;
                          }
                        }
                      } else
                        return (
                          (O.errors = [
                            {
                              instancePath: t + '/distribution',
                              schemaPath: '#/properties/distribution/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array',
                            },
                          ]),
                          !1
                        );
                    var i = a === e;
                  } else var i = !0;
                  if (i) {
                    if (r.technical !== void 0) {
                      let h = r.technical,
                        a = e;
                      if (e === a)
                        if (typeof h == 'number' && isFinite(h)) {
                          if (h > 10 || isNaN(h))
                            return (
                              (O.errors = [
                                {
                                  instancePath: t + '/technical',
                                  schemaPath: '#/properties/technical/maximum',
                                  keyword: 'maximum',
                                  params: { comparison: '<=', limit: 10 },
                                  message: 'must be <= 10',
                                },
                              ]),
                              !1
                            );
                          if (h < 0 || isNaN(h))
                            return (
                              (O.errors = [
                                {
                                  instancePath: t + '/technical',
                                  schemaPath: '#/properties/technical/minimum',
                                  keyword: 'minimum',
                                  params: { comparison: '>=', limit: 0 },
                                  message: 'must be >= 0',
                                },
                              ]),
                              !1
                            );
                        } else
                          return (
                            (O.errors = [
                              {
                                instancePath: t + '/technical',
                                schemaPath: '#/properties/technical/type',
                                keyword: 'type',
                                params: { type: 'number' },
                                message: 'must be number',
                              },
                            ]),
                            !1
                          );
                      var i = a === e;
                    } else var i = !0;
                    if (i)
                      if (r.contributions !== void 0) {
                        let h = r.contributions,
                          a = e;
                        if (e === a)
                          if (Array.isArray(h)) {
                            var o = !0;
                            let v = h.length;
                            for (let c = 0; c < v; c++) {
                              let l = h[c],
                                d = e;
                              if (e === e)
                                if (l && typeof l == 'object' && !Array.isArray(l)) {
                                  let w;
                                  if (
                                    (l.attribute === void 0 && (w = 'attribute')) ||
                                    (l.value === void 0 && (w = 'value'))
                                  )
                                    return (
                                      (O.errors = [
                                        {
                                          instancePath: t + '/contributions/' + c,
                                          schemaPath: '#/$defs/Contribution/required',
                                          keyword: 'required',
                                          params: { missingProperty: w },
                                          message: "must have required property '" + w + "'",
                                        },
                                      ]),
                                      !1
                                    );
                                  if (l.attribute !== void 0) {
                                    let P = e;
                                    if (typeof l.attribute != 'string')
                                      return (
                                        (O.errors = [
                                          {
                                            instancePath: t + '/contributions/' + c + '/attribute',
                                            schemaPath:
                                              '#/$defs/Contribution/properties/attribute/type',
                                            keyword: 'type',
                                            params: { type: 'string' },
                                            message: 'must be string',
                                          },
                                        ]),
                                        !1
                                      );
                                    var f = P === e;
                                  } else var f = !0;
                                  if (f)
                                    if (l.value !== void 0) {
                                      let P = l.value,
                                        q = e;
                                      if (!(typeof P == 'number' && isFinite(P)))
                                        return (
                                          (O.errors = [
                                            {
                                              instancePath: t + '/contributions/' + c + '/value',
                                              schemaPath:
                                                '#/$defs/Contribution/properties/value/type',
                                              keyword: 'type',
                                              params: { type: 'number' },
                                              message: 'must be number',
                                            },
                                          ]),
                                          !1
                                        );
                                      var f = q === e;
                                    } else var f = !0;
                                } else
                                  return (
                                    (O.errors = [
                                      {
                                        instancePath: t + '/contributions/' + c,
                                        schemaPath: '#/$defs/Contribution/type',
                                        keyword: 'type',
                                        params: { type: 'object' },
                                        message: 'must be object',
                                      },
                                    ]),
                                    !1
                                  );
                              var o = d === e;
                              if (!o) break;
                            }
                          } else
                            return (
                              (O.errors = [
                                {
                                  instancePath: t + '/contributions',
                                  schemaPath: '#/properties/contributions/type',
                                  keyword: 'type',
                                  params: { type: 'array' },
                                  message: 'must be array',
                                },
                              ]),
                              !1
                            );
                        var i = a === e;
                      } else var i = !0;
                  }
                }
              }
            }
          }
        }
      }
    } else
      return (
        (O.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((O.errors = s), e === 0);
}
O.evaluated = {
  props: {
    value: !0,
    interval: !0,
    percentile: !0,
    reference: !0,
    confidence: !0,
    abstained: !0,
    distribution: !0,
    technical: !0,
    contributions: !0,
  },
  dynamicProps: !1,
  dynamicItems: !1,
};
var He = {
  description: "The paper's three levels of perception.",
  type: 'string',
  enum: ['low', 'middle', 'high'],
};
function H(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = H.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let u;
      if (
        (r.id === void 0 && (u = 'id')) ||
        (r.level === void 0 && (u = 'level')) ||
        (r.status === void 0 && (u = 'status')) ||
        (r.value === void 0 && (u = 'value')) ||
        (r.unit === void 0 && (u = 'unit')) ||
        (r.text === void 0 && (u = 'text')) ||
        (r.score === void 0 && (u = 'score')) ||
        (r.confidence === void 0 && (u = 'confidence'))
      )
        return (
          (H.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: u },
              message: "must have required property '" + u + "'",
            },
          ]),
          !1
        );
      if (r.id !== void 0) {
        let n = e;
        if (typeof r.id != 'string')
          return (
            (H.errors = [
              {
                instancePath: t + '/id',
                schemaPath: '#/properties/id/type',
                keyword: 'type',
                params: { type: 'string' },
                message: 'must be string',
              },
            ]),
            !1
          );
        var i = n === e;
      } else var i = !0;
      if (i) {
        if (r.level !== void 0) {
          let n = r.level,
            o = e;
          if (typeof n != 'string')
            return (
              (H.errors = [
                {
                  instancePath: t + '/level',
                  schemaPath: '#/$defs/Level/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                },
              ]),
              !1
            );
          if (!(n === 'low' || n === 'middle' || n === 'high'))
            return (
              (H.errors = [
                {
                  instancePath: t + '/level',
                  schemaPath: '#/$defs/Level/enum',
                  keyword: 'enum',
                  params: { allowedValues: He.enum },
                  message: 'must be equal to one of the allowed values',
                },
              ]),
              !1
            );
          var i = o === e;
        } else var i = !0;
        if (i) {
          if (r.status !== void 0) {
            let n = e;
            if (r.status !== 'measured')
              return (
                (H.errors = [
                  {
                    instancePath: t + '/status',
                    schemaPath: '#/properties/status/const',
                    keyword: 'const',
                    params: { allowedValue: 'measured' },
                    message: 'must be equal to constant',
                  },
                ]),
                !1
              );
            var i = n === e;
          } else var i = !0;
          if (i) {
            if (r.value !== void 0) {
              let n = r.value,
                o = e;
              if (!(typeof n == 'number' && isFinite(n)))
                return (
                  (H.errors = [
                    {
                      instancePath: t + '/value',
                      schemaPath: '#/properties/value/type',
                      keyword: 'type',
                      params: { type: 'number' },
                      message: 'must be number',
                    },
                  ]),
                  !1
                );
              var i = o === e;
            } else var i = !0;
            if (i) {
              if (r.unit !== void 0) {
                let n = e;
                if (typeof r.unit != 'string')
                  return (
                    (H.errors = [
                      {
                        instancePath: t + '/unit',
                        schemaPath: '#/properties/unit/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ]),
                    !1
                  );
                var i = n === e;
              } else var i = !0;
              if (i) {
                if (r.text !== void 0) {
                  let n = e;
                  if (typeof r.text != 'string')
                    return (
                      (H.errors = [
                        {
                          instancePath: t + '/text',
                          schemaPath: '#/properties/text/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        },
                      ]),
                      !1
                    );
                  var i = n === e;
                } else var i = !0;
                if (i) {
                  if (r.score !== void 0) {
                    let n = r.score,
                      o = e;
                    if (e === o)
                      if (typeof n == 'number' && isFinite(n)) {
                        if (n > 1 || isNaN(n))
                          return (
                            (H.errors = [
                              {
                                instancePath: t + '/score',
                                schemaPath: '#/properties/score/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 1 },
                                message: 'must be <= 1',
                              },
                            ]),
                            !1
                          );
                        if (n < 0 || isNaN(n))
                          return (
                            (H.errors = [
                              {
                                instancePath: t + '/score',
                                schemaPath: '#/properties/score/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 0 },
                                message: 'must be >= 0',
                              },
                            ]),
                            !1
                          );
                      } else
                        return (
                          (H.errors = [
                            {
                              instancePath: t + '/score',
                              schemaPath: '#/properties/score/type',
                              keyword: 'type',
                              params: { type: 'number' },
                              message: 'must be number',
                            },
                          ]),
                          !1
                        );
                    var i = o === e;
                  } else var i = !0;
                  if (i) {
                    if (r.confidence !== void 0) {
                      let n = r.confidence,
                        o = e;
                      if (e === o)
                        if (typeof n == 'number' && isFinite(n)) {
                          if (n > 1 || isNaN(n))
                            return (
                              (H.errors = [
                                {
                                  instancePath: t + '/confidence',
                                  schemaPath: '#/properties/confidence/maximum',
                                  keyword: 'maximum',
                                  params: { comparison: '<=', limit: 1 },
                                  message: 'must be <= 1',
                                },
                              ]),
                              !1
                            );
                          if (n < 0 || isNaN(n))
                            return (
                              (H.errors = [
                                {
                                  instancePath: t + '/confidence',
                                  schemaPath: '#/properties/confidence/minimum',
                                  keyword: 'minimum',
                                  params: { comparison: '>=', limit: 0 },
                                  message: 'must be >= 0',
                                },
                              ]),
                              !1
                            );
                        } else
                          return (
                            (H.errors = [
                              {
                                instancePath: t + '/confidence',
                                schemaPath: '#/properties/confidence/type',
                                keyword: 'type',
                                params: { type: 'number' },
                                message: 'must be number',
                              },
                            ]),
                            !1
                          );
                      var i = o === e;
                    } else var i = !0;
                    if (i)
                      if (r.seen !== void 0) {
                        let n = r.seen,
                          o = e;
                        if (e === e)
                          if (n && typeof n == 'object' && !Array.isArray(n)) {
                            let h;
                            if (
                              (n.probability === void 0 && (h = 'probability')) ||
                              (n.severity === void 0 && (h = 'severity'))
                            )
                              return (
                                (H.errors = [
                                  {
                                    instancePath: t + '/seen',
                                    schemaPath: '#/$defs/Seen/required',
                                    keyword: 'required',
                                    params: { missingProperty: h },
                                    message: "must have required property '" + h + "'",
                                  },
                                ]),
                                !1
                              );
                            if (n.probability !== void 0) {
                              let a = n.probability,
                                m = e;
                              if (e === m)
                                if (typeof a == 'number' && isFinite(a)) {
                                  if (a > 1 || isNaN(a))
                                    return (
                                      (H.errors = [
                                        {
                                          instancePath: t + '/seen/probability',
                                          schemaPath: '#/$defs/Seen/properties/probability/maximum',
                                          keyword: 'maximum',
                                          params: { comparison: '<=', limit: 1 },
                                          message: 'must be <= 1',
                                        },
                                      ]),
                                      !1
                                    );
                                  if (a < 0 || isNaN(a))
                                    return (
                                      (H.errors = [
                                        {
                                          instancePath: t + '/seen/probability',
                                          schemaPath: '#/$defs/Seen/properties/probability/minimum',
                                          keyword: 'minimum',
                                          params: { comparison: '>=', limit: 0 },
                                          message: 'must be >= 0',
                                        },
                                      ]),
                                      !1
                                    );
                                } else
                                  return (
                                    (H.errors = [
                                      {
                                        instancePath: t + '/seen/probability',
                                        schemaPath: '#/$defs/Seen/properties/probability/type',
                                        keyword: 'type',
                                        params: { type: 'number' },
                                        message: 'must be number',
                                      },
                                    ]),
                                    !1
                                  );
                              var p = m === e;
                            } else var p = !0;
                            if (p)
                              if (n.severity !== void 0) {
                                let a = n.severity,
                                  m = e;
                                if (e === m)
                                  if (typeof a == 'number' && isFinite(a)) {
                                    if (a > 3 || isNaN(a))
                                      return (
                                        (H.errors = [
                                          {
                                            instancePath: t + '/seen/severity',
                                            schemaPath: '#/$defs/Seen/properties/severity/maximum',
                                            keyword: 'maximum',
                                            params: { comparison: '<=', limit: 3 },
                                            message: 'must be <= 3',
                                          },
                                        ]),
                                        !1
                                      );
                                    if (a < 0 || isNaN(a))
                                      return (
                                        (H.errors = [
                                          {
                                            instancePath: t + '/seen/severity',
                                            schemaPath: '#/$defs/Seen/properties/severity/minimum',
                                            keyword: 'minimum',
                                            params: { comparison: '>=', limit: 0 },
                                            message: 'must be >= 0',
                                          },
                                        ]),
                                        !1
                                      );
                                  } else
                                    return (
                                      (H.errors = [
                                        {
                                          instancePath: t + '/seen/severity',
                                          schemaPath: '#/$defs/Seen/properties/severity/type',
                                          keyword: 'type',
                                          params: { type: 'number' },
                                          message: 'must be number',
                                        },
                                      ]),
                                      !1
                                    );
                                var p = m === e;
                              } else var p = !0;
                          } else
                            return (
                              (H.errors = [
                                {
                                  instancePath: t + '/seen',
                                  schemaPath: '#/$defs/Seen/type',
                                  keyword: 'type',
                                  params: { type: 'object' },
                                  message: 'must be object',
                                },
                              ]),
                              !1
                            );
                        var i = o === e;
                      } else var i = !0;
                  }
                }
              }
            }
          }
        }
      }
    } else
      return (
        (H.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((H.errors = s), e === 0);
}
H.evaluated = {
  props: {
    id: !0,
    level: !0,
    status: !0,
    value: !0,
    unit: !0,
    text: !0,
    score: !0,
    confidence: !0,
    seen: !0,
  },
  dynamicProps: !1,
  dynamicItems: !1,
};
function se(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = se.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let u;
      if (
        (r.id === void 0 && (u = 'id')) ||
        (r.level === void 0 && (u = 'level')) ||
        (r.status === void 0 && (u = 'status')) ||
        (r.unit === void 0 && (u = 'unit')) ||
        (r.reason === void 0 && (u = 'reason'))
      )
        return (
          (se.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: u },
              message: "must have required property '" + u + "'",
            },
          ]),
          !1
        );
      if (r.id !== void 0) {
        let n = e;
        if (typeof r.id != 'string')
          return (
            (se.errors = [
              {
                instancePath: t + '/id',
                schemaPath: '#/properties/id/type',
                keyword: 'type',
                params: { type: 'string' },
                message: 'must be string',
              },
            ]),
            !1
          );
        var i = n === e;
      } else var i = !0;
      if (i) {
        if (r.level !== void 0) {
          let n = r.level,
            o = e;
          if (typeof n != 'string')
            return (
              (se.errors = [
                {
                  instancePath: t + '/level',
                  schemaPath: '#/$defs/Level/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                },
              ]),
              !1
            );
          if (!(n === 'low' || n === 'middle' || n === 'high'))
            return (
              (se.errors = [
                {
                  instancePath: t + '/level',
                  schemaPath: '#/$defs/Level/enum',
                  keyword: 'enum',
                  params: { allowedValues: He.enum },
                  message: 'must be equal to one of the allowed values',
                },
              ]),
              !1
            );
          var i = o === e;
        } else var i = !0;
        if (i) {
          if (r.status !== void 0) {
            let n = e;
            if (r.status !== 'not-measured')
              return (
                (se.errors = [
                  {
                    instancePath: t + '/status',
                    schemaPath: '#/properties/status/const',
                    keyword: 'const',
                    params: { allowedValue: 'not-measured' },
                    message: 'must be equal to constant',
                  },
                ]),
                !1
              );
            var i = n === e;
          } else var i = !0;
          if (i) {
            if (r.unit !== void 0) {
              let n = e;
              if (typeof r.unit != 'string')
                return (
                  (se.errors = [
                    {
                      instancePath: t + '/unit',
                      schemaPath: '#/properties/unit/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    },
                  ]),
                  !1
                );
              var i = n === e;
            } else var i = !0;
            if (i) {
              if (r.reason !== void 0) {
                let n = e;
                if (typeof r.reason != 'string')
                  return (
                    (se.errors = [
                      {
                        instancePath: t + '/reason',
                        schemaPath: '#/properties/reason/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ]),
                    !1
                  );
                var i = n === e;
              } else var i = !0;
              if (i)
                if (r.seen !== void 0) {
                  let n = r.seen,
                    o = e;
                  if (e === e)
                    if (n && typeof n == 'object' && !Array.isArray(n)) {
                      let h;
                      if (
                        (n.probability === void 0 && (h = 'probability')) ||
                        (n.severity === void 0 && (h = 'severity'))
                      )
                        return (
                          (se.errors = [
                            {
                              instancePath: t + '/seen',
                              schemaPath: '#/$defs/Seen/required',
                              keyword: 'required',
                              params: { missingProperty: h },
                              message: "must have required property '" + h + "'",
                            },
                          ]),
                          !1
                        );
                      if (n.probability !== void 0) {
                        let a = n.probability,
                          m = e;
                        if (e === m)
                          if (typeof a == 'number' && isFinite(a)) {
                            if (a > 1 || isNaN(a))
                              return (
                                (se.errors = [
                                  {
                                    instancePath: t + '/seen/probability',
                                    schemaPath: '#/$defs/Seen/properties/probability/maximum',
                                    keyword: 'maximum',
                                    params: { comparison: '<=', limit: 1 },
                                    message: 'must be <= 1',
                                  },
                                ]),
                                !1
                              );
                            if (a < 0 || isNaN(a))
                              return (
                                (se.errors = [
                                  {
                                    instancePath: t + '/seen/probability',
                                    schemaPath: '#/$defs/Seen/properties/probability/minimum',
                                    keyword: 'minimum',
                                    params: { comparison: '>=', limit: 0 },
                                    message: 'must be >= 0',
                                  },
                                ]),
                                !1
                              );
                          } else
                            return (
                              (se.errors = [
                                {
                                  instancePath: t + '/seen/probability',
                                  schemaPath: '#/$defs/Seen/properties/probability/type',
                                  keyword: 'type',
                                  params: { type: 'number' },
                                  message: 'must be number',
                                },
                              ]),
                              !1
                            );
                        var p = m === e;
                      } else var p = !0;
                      if (p)
                        if (n.severity !== void 0) {
                          let a = n.severity,
                            m = e;
                          if (e === m)
                            if (typeof a == 'number' && isFinite(a)) {
                              if (a > 3 || isNaN(a))
                                return (
                                  (se.errors = [
                                    {
                                      instancePath: t + '/seen/severity',
                                      schemaPath: '#/$defs/Seen/properties/severity/maximum',
                                      keyword: 'maximum',
                                      params: { comparison: '<=', limit: 3 },
                                      message: 'must be <= 3',
                                    },
                                  ]),
                                  !1
                                );
                              if (a < 0 || isNaN(a))
                                return (
                                  (se.errors = [
                                    {
                                      instancePath: t + '/seen/severity',
                                      schemaPath: '#/$defs/Seen/properties/severity/minimum',
                                      keyword: 'minimum',
                                      params: { comparison: '>=', limit: 0 },
                                      message: 'must be >= 0',
                                    },
                                  ]),
                                  !1
                                );
                            } else
                              return (
                                (se.errors = [
                                  {
                                    instancePath: t + '/seen/severity',
                                    schemaPath: '#/$defs/Seen/properties/severity/type',
                                    keyword: 'type',
                                    params: { type: 'number' },
                                    message: 'must be number',
                                  },
                                ]),
                                !1
                              );
                          var p = m === e;
                        } else var p = !0;
                    } else
                      return (
                        (se.errors = [
                          {
                            instancePath: t + '/seen',
                            schemaPath: '#/$defs/Seen/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                          },
                        ]),
                        !1
                      );
                  var i = o === e;
                } else var i = !0;
            }
          }
        }
      }
    } else
      return (
        (se.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((se.errors = s), e === 0);
}
se.evaluated = {
  props: { id: !0, level: !0, status: !0, unit: !0, reason: !0, seen: !0 },
  dynamicProps: !1,
  dynamicItems: !1,
};
function Ie(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = Ie.evaluated;
  (k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0));
  let i = e,
    p = !1,
    u = null,
    n = e;
  H(r, { instancePath: t, parentData: C, parentDataProperty: T, rootData: x, dynamicAnchors: N }) ||
    ((s = s === null ? H.errors : s.concat(H.errors)), (e = s.length));
  var y = n === e;
  if (y) {
    ((p = !0), (u = 0));
    var o = {};
    ((o.id = !0),
      (o.level = !0),
      (o.status = !0),
      (o.value = !0),
      (o.unit = !0),
      (o.text = !0),
      (o.score = !0),
      (o.confidence = !0),
      (o.seen = !0));
  }
  let f = e;
  se(r, {
    instancePath: t,
    parentData: C,
    parentDataProperty: T,
    rootData: x,
    dynamicAnchors: N,
  }) || ((s = s === null ? se.errors : s.concat(se.errors)), (e = s.length));
  var y = f === e;
  if (
    (y && p
      ? ((p = !1), (u = [u, 1]))
      : y &&
        ((p = !0),
        (u = 1),
        o !== !0 &&
          ((o = o || {}),
          (o.id = !0),
          (o.level = !0),
          (o.status = !0),
          (o.unit = !0),
          (o.reason = !0),
          (o.seen = !0))),
    p)
  )
    ((e = i), s !== null && (i ? (s.length = i) : (s = null)));
  else {
    let h = {
      instancePath: t,
      schemaPath: '#/oneOf',
      keyword: 'oneOf',
      params: { passingSchemas: u },
      message: 'must match exactly one schema in oneOf',
    };
    return (s === null ? (s = [h]) : s.push(h), e++, (Ie.errors = s), !1);
  }
  return ((Ie.errors = s), (k.props = o), e === 0);
}
Ie.evaluated = { dynamicProps: !0, dynamicItems: !1 };
var Ye = {
  description: 'Something worth saying about this picture.',
  type: 'object',
  required: ['id', 'attribute', 'kind', 'severity', 'contribution', 'evidence'],
  properties: {
    id: { description: 'Unique within the assessment, the same on every run.', type: 'string' },
    attribute: { description: 'Id of the attribute that it reads.', type: 'string' },
    kind: {
      description: 'A weakness, a strength, or a style: a recognised intent, which is neither.',
      type: 'string',
      enum: ['strength', 'weakness', 'style'],
    },
    severity: {
      description: 'How much it matters, 4 decimals.',
      type: 'number',
      minimum: 0,
      maximum: 1,
    },
    contribution: {
      description: 'What the attribute adds to the score, 2 decimals; 0 without a score.',
      type: 'number',
    },
    evidence: {
      description: 'Where it is seen; empty where it concerns the whole frame.',
      type: 'array',
      items: { $ref: '#/$defs/Evidence' },
    },
  },
};
function De(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = De.evaluated;
  (k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0));
  let i = e,
    p = !1,
    u = null,
    n = e;
  if (e === e)
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let d;
      if (
        (r.kind === void 0 && (d = 'kind')) ||
        (r.x === void 0 && (d = 'x')) ||
        (r.y === void 0 && (d = 'y')) ||
        (r.width === void 0 && (d = 'width')) ||
        (r.height === void 0 && (d = 'height'))
      ) {
        let g = {
          instancePath: t,
          schemaPath: '#/$defs/BoxEvidence/required',
          keyword: 'required',
          params: { missingProperty: d },
          message: "must have required property '" + d + "'",
        };
        (s === null ? (s = [g]) : s.push(g), e++);
      } else {
        if (r.kind !== void 0) {
          let g = e;
          if (r.kind !== 'box') {
            let _ = {
              instancePath: t + '/kind',
              schemaPath: '#/$defs/BoxEvidence/properties/kind/const',
              keyword: 'const',
              params: { allowedValue: 'box' },
              message: 'must be equal to constant',
            };
            (s === null ? (s = [_]) : s.push(_), e++);
          }
          var f = g === e;
        } else var f = !0;
        if (f) {
          if (r.x !== void 0) {
            let g = r.x,
              _ = e;
            if (!(typeof g == 'number' && isFinite(g))) {
              let P = {
                instancePath: t + '/x',
                schemaPath: '#/$defs/BoxEvidence/properties/x/type',
                keyword: 'type',
                params: { type: 'number' },
                message: 'must be number',
              };
              (s === null ? (s = [P]) : s.push(P), e++);
            }
            var f = _ === e;
          } else var f = !0;
          if (f) {
            if (r.y !== void 0) {
              let g = r.y,
                _ = e;
              if (!(typeof g == 'number' && isFinite(g))) {
                let P = {
                  instancePath: t + '/y',
                  schemaPath: '#/$defs/BoxEvidence/properties/y/type',
                  keyword: 'type',
                  params: { type: 'number' },
                  message: 'must be number',
                };
                (s === null ? (s = [P]) : s.push(P), e++);
              }
              var f = _ === e;
            } else var f = !0;
            if (f) {
              if (r.width !== void 0) {
                let g = r.width,
                  _ = e;
                if (!(typeof g == 'number' && isFinite(g))) {
                  let P = {
                    instancePath: t + '/width',
                    schemaPath: '#/$defs/BoxEvidence/properties/width/type',
                    keyword: 'type',
                    params: { type: 'number' },
                    message: 'must be number',
                  };
                  (s === null ? (s = [P]) : s.push(P), e++);
                }
                var f = _ === e;
              } else var f = !0;
              if (f)
                if (r.height !== void 0) {
                  let g = r.height,
                    _ = e;
                  if (!(typeof g == 'number' && isFinite(g))) {
                    let P = {
                      instancePath: t + '/height',
                      schemaPath: '#/$defs/BoxEvidence/properties/height/type',
                      keyword: 'type',
                      params: { type: 'number' },
                      message: 'must be number',
                    };
                    (s === null ? (s = [P]) : s.push(P), e++);
                  }
                  var f = _ === e;
                } else var f = !0;
            }
          }
        }
      }
    } else {
      let d = {
        instancePath: t,
        schemaPath: '#/$defs/BoxEvidence/type',
        keyword: 'type',
        params: { type: 'object' },
        message: 'must be object',
      };
      (s === null ? (s = [d]) : s.push(d), e++);
    }
  var v = n === e;
  if (v) {
    ((p = !0), (u = 0));
    var y = {};
    ((y.kind = !0), (y.x = !0), (y.y = !0), (y.width = !0), (y.height = !0));
  }
  let h = e;
  if (e === e)
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let d;
      if (
        (r.kind === void 0 && (d = 'kind')) ||
        (r.x1 === void 0 && (d = 'x1')) ||
        (r.y1 === void 0 && (d = 'y1')) ||
        (r.x2 === void 0 && (d = 'x2')) ||
        (r.y2 === void 0 && (d = 'y2'))
      ) {
        let g = {
          instancePath: t,
          schemaPath: '#/$defs/LineEvidence/required',
          keyword: 'required',
          params: { missingProperty: d },
          message: "must have required property '" + d + "'",
        };
        (s === null ? (s = [g]) : s.push(g), e++);
      } else {
        if (r.kind !== void 0) {
          let g = e;
          if (r.kind !== 'line') {
            let _ = {
              instancePath: t + '/kind',
              schemaPath: '#/$defs/LineEvidence/properties/kind/const',
              keyword: 'const',
              params: { allowedValue: 'line' },
              message: 'must be equal to constant',
            };
            (s === null ? (s = [_]) : s.push(_), e++);
          }
          var m = g === e;
        } else var m = !0;
        if (m) {
          if (r.x1 !== void 0) {
            let g = r.x1,
              _ = e;
            if (!(typeof g == 'number' && isFinite(g))) {
              let P = {
                instancePath: t + '/x1',
                schemaPath: '#/$defs/LineEvidence/properties/x1/type',
                keyword: 'type',
                params: { type: 'number' },
                message: 'must be number',
              };
              (s === null ? (s = [P]) : s.push(P), e++);
            }
            var m = _ === e;
          } else var m = !0;
          if (m) {
            if (r.y1 !== void 0) {
              let g = r.y1,
                _ = e;
              if (!(typeof g == 'number' && isFinite(g))) {
                let P = {
                  instancePath: t + '/y1',
                  schemaPath: '#/$defs/LineEvidence/properties/y1/type',
                  keyword: 'type',
                  params: { type: 'number' },
                  message: 'must be number',
                };
                (s === null ? (s = [P]) : s.push(P), e++);
              }
              var m = _ === e;
            } else var m = !0;
            if (m) {
              if (r.x2 !== void 0) {
                let g = r.x2,
                  _ = e;
                if (!(typeof g == 'number' && isFinite(g))) {
                  let P = {
                    instancePath: t + '/x2',
                    schemaPath: '#/$defs/LineEvidence/properties/x2/type',
                    keyword: 'type',
                    params: { type: 'number' },
                    message: 'must be number',
                  };
                  (s === null ? (s = [P]) : s.push(P), e++);
                }
                var m = _ === e;
              } else var m = !0;
              if (m)
                if (r.y2 !== void 0) {
                  let g = r.y2,
                    _ = e;
                  if (!(typeof g == 'number' && isFinite(g))) {
                    let P = {
                      instancePath: t + '/y2',
                      schemaPath: '#/$defs/LineEvidence/properties/y2/type',
                      keyword: 'type',
                      params: { type: 'number' },
                      message: 'must be number',
                    };
                    (s === null ? (s = [P]) : s.push(P), e++);
                  }
                  var m = _ === e;
                } else var m = !0;
            }
          }
        }
      }
    } else {
      let d = {
        instancePath: t,
        schemaPath: '#/$defs/LineEvidence/type',
        keyword: 'type',
        params: { type: 'object' },
        message: 'must be object',
      };
      (s === null ? (s = [d]) : s.push(d), e++);
    }
  var v = h === e;
  if (v && p) ((p = !1), (u = [u, 1]));
  else {
    v &&
      ((p = !0),
      (u = 1),
      y !== !0 &&
        ((y = y || {}), (y.kind = !0), (y.x1 = !0), (y.y1 = !0), (y.x2 = !0), (y.y2 = !0)));
    let d = e;
    if (e === e)
      if (r && typeof r == 'object' && !Array.isArray(r)) {
        let w;
        if (
          (r.kind === void 0 && (w = 'kind')) ||
          (r.columns === void 0 && (w = 'columns')) ||
          (r.rows === void 0 && (w = 'rows')) ||
          (r.values === void 0 && (w = 'values'))
        ) {
          let P = {
            instancePath: t,
            schemaPath: '#/$defs/GridEvidence/required',
            keyword: 'required',
            params: { missingProperty: w },
            message: "must have required property '" + w + "'",
          };
          (s === null ? (s = [P]) : s.push(P), e++);
        } else {
          if (r.kind !== void 0) {
            let P = e;
            if (r.kind !== 'grid') {
              let q = {
                instancePath: t + '/kind',
                schemaPath: '#/$defs/GridEvidence/properties/kind/const',
                keyword: 'const',
                params: { allowedValue: 'grid' },
                message: 'must be equal to constant',
              };
              (s === null ? (s = [q]) : s.push(q), e++);
            }
            var c = P === e;
          } else var c = !0;
          if (c) {
            if (r.columns !== void 0) {
              let P = r.columns,
                q = e;
              if (!(typeof P == 'number' && !(P % 1) && !isNaN(P) && isFinite(P))) {
                let b = {
                  instancePath: t + '/columns',
                  schemaPath: '#/$defs/GridEvidence/properties/columns/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                (s === null ? (s = [b]) : s.push(b), e++);
              }
              if (e === q && typeof P == 'number' && isFinite(P)) {
                if (P > 64 || isNaN(P)) {
                  let b = {
                    instancePath: t + '/columns',
                    schemaPath: '#/$defs/GridEvidence/properties/columns/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 64 },
                    message: 'must be <= 64',
                  };
                  (s === null ? (s = [b]) : s.push(b), e++);
                } else if (P < 1 || isNaN(P)) {
                  let b = {
                    instancePath: t + '/columns',
                    schemaPath: '#/$defs/GridEvidence/properties/columns/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 1 },
                    message: 'must be >= 1',
                  };
                  (s === null ? (s = [b]) : s.push(b), e++);
                }
              }
              var c = q === e;
            } else var c = !0;
            if (c) {
              if (r.rows !== void 0) {
                let P = r.rows,
                  q = e;
                if (!(typeof P == 'number' && !(P % 1) && !isNaN(P) && isFinite(P))) {
                  let b = {
                    instancePath: t + '/rows',
                    schemaPath: '#/$defs/GridEvidence/properties/rows/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer',
                  };
                  (s === null ? (s = [b]) : s.push(b), e++);
                }
                if (e === q && typeof P == 'number' && isFinite(P)) {
                  if (P > 64 || isNaN(P)) {
                    let b = {
                      instancePath: t + '/rows',
                      schemaPath: '#/$defs/GridEvidence/properties/rows/maximum',
                      keyword: 'maximum',
                      params: { comparison: '<=', limit: 64 },
                      message: 'must be <= 64',
                    };
                    (s === null ? (s = [b]) : s.push(b), e++);
                  } else if (P < 1 || isNaN(P)) {
                    let b = {
                      instancePath: t + '/rows',
                      schemaPath: '#/$defs/GridEvidence/properties/rows/minimum',
                      keyword: 'minimum',
                      params: { comparison: '>=', limit: 1 },
                      message: 'must be >= 1',
                    };
                    (s === null ? (s = [b]) : s.push(b), e++);
                  }
                }
                var c = q === e;
              } else var c = !0;
              if (c)
                if (r.values !== void 0) {
                  let P = r.values,
                    q = e;
                  if (e === q)
                    if (Array.isArray(P)) {
                      var l = !0;
                      let b = P.length;
                      for (let A = 0; A < b; A++) {
                        let V = P[A],
                          ae = e;
                        if (e === ae)
                          if (typeof V == 'number' && isFinite(V)) {
                            if (V > 1 || isNaN(V)) {
                              let $ = {
                                instancePath: t + '/values/' + A,
                                schemaPath: '#/$defs/GridEvidence/properties/values/items/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 1 },
                                message: 'must be <= 1',
                              };
                              (s === null ? (s = [$]) : s.push($), e++);
                            } else if (V < 0 || isNaN(V)) {
                              let $ = {
                                instancePath: t + '/values/' + A,
                                schemaPath: '#/$defs/GridEvidence/properties/values/items/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 0 },
                                message: 'must be >= 0',
                              };
                              (s === null ? (s = [$]) : s.push($), e++);
                            }
                          } else {
                            let $ = {
                              instancePath: t + '/values/' + A,
                              schemaPath: '#/$defs/GridEvidence/properties/values/items/type',
                              keyword: 'type',
                              params: { type: 'number' },
                              message: 'must be number',
                            };
                            (s === null ? (s = [$]) : s.push($), e++);
                          }
                        var l = ae === e;
                        if (!l) break;
                      }
                    } else {
                      let b = {
                        instancePath: t + '/values',
                        schemaPath: '#/$defs/GridEvidence/properties/values/type',
                        keyword: 'type',
                        params: { type: 'array' },
                        message: 'must be array',
                      };
                      (s === null ? (s = [b]) : s.push(b), e++);
                    }
                  var c = q === e;
                } else var c = !0;
            }
          }
        }
      } else {
        let w = {
          instancePath: t,
          schemaPath: '#/$defs/GridEvidence/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        };
        (s === null ? (s = [w]) : s.push(w), e++);
      }
    var v = d === e;
    v && p
      ? ((p = !1), (u = [u, 2]))
      : v &&
        ((p = !0),
        (u = 2),
        y !== !0 &&
          ((y = y || {}), (y.kind = !0), (y.columns = !0), (y.rows = !0), (y.values = !0)));
  }
  if (p) ((e = i), s !== null && (i ? (s.length = i) : (s = null)));
  else {
    let d = {
      instancePath: t,
      schemaPath: '#/oneOf',
      keyword: 'oneOf',
      params: { passingSchemas: u },
      message: 'must match exactly one schema in oneOf',
    };
    return (s === null ? (s = [d]) : s.push(d), e++, (De.errors = s), !1);
  }
  return ((De.errors = s), (k.props = y), e === 0);
}
De.evaluated = { dynamicProps: !0, dynamicItems: !1 };
function me(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = me.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let u;
      if (
        (r.id === void 0 && (u = 'id')) ||
        (r.attribute === void 0 && (u = 'attribute')) ||
        (r.kind === void 0 && (u = 'kind')) ||
        (r.severity === void 0 && (u = 'severity')) ||
        (r.contribution === void 0 && (u = 'contribution')) ||
        (r.evidence === void 0 && (u = 'evidence'))
      )
        return (
          (me.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: u },
              message: "must have required property '" + u + "'",
            },
          ]),
          !1
        );
      if (r.id !== void 0) {
        let n = e;
        if (typeof r.id != 'string')
          return (
            (me.errors = [
              {
                instancePath: t + '/id',
                schemaPath: '#/properties/id/type',
                keyword: 'type',
                params: { type: 'string' },
                message: 'must be string',
              },
            ]),
            !1
          );
        var i = n === e;
      } else var i = !0;
      if (i) {
        if (r.attribute !== void 0) {
          let n = e;
          if (typeof r.attribute != 'string')
            return (
              (me.errors = [
                {
                  instancePath: t + '/attribute',
                  schemaPath: '#/properties/attribute/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                },
              ]),
              !1
            );
          var i = n === e;
        } else var i = !0;
        if (i) {
          if (r.kind !== void 0) {
            let n = r.kind,
              o = e;
            if (typeof n != 'string')
              return (
                (me.errors = [
                  {
                    instancePath: t + '/kind',
                    schemaPath: '#/properties/kind/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                  },
                ]),
                !1
              );
            if (!(n === 'strength' || n === 'weakness' || n === 'style'))
              return (
                (me.errors = [
                  {
                    instancePath: t + '/kind',
                    schemaPath: '#/properties/kind/enum',
                    keyword: 'enum',
                    params: { allowedValues: Ye.properties.kind.enum },
                    message: 'must be equal to one of the allowed values',
                  },
                ]),
                !1
              );
            var i = o === e;
          } else var i = !0;
          if (i) {
            if (r.severity !== void 0) {
              let n = r.severity,
                o = e;
              if (e === o)
                if (typeof n == 'number' && isFinite(n)) {
                  if (n > 1 || isNaN(n))
                    return (
                      (me.errors = [
                        {
                          instancePath: t + '/severity',
                          schemaPath: '#/properties/severity/maximum',
                          keyword: 'maximum',
                          params: { comparison: '<=', limit: 1 },
                          message: 'must be <= 1',
                        },
                      ]),
                      !1
                    );
                  if (n < 0 || isNaN(n))
                    return (
                      (me.errors = [
                        {
                          instancePath: t + '/severity',
                          schemaPath: '#/properties/severity/minimum',
                          keyword: 'minimum',
                          params: { comparison: '>=', limit: 0 },
                          message: 'must be >= 0',
                        },
                      ]),
                      !1
                    );
                } else
                  return (
                    (me.errors = [
                      {
                        instancePath: t + '/severity',
                        schemaPath: '#/properties/severity/type',
                        keyword: 'type',
                        params: { type: 'number' },
                        message: 'must be number',
                      },
                    ]),
                    !1
                  );
              var i = o === e;
            } else var i = !0;
            if (i) {
              if (r.contribution !== void 0) {
                let n = r.contribution,
                  o = e;
                if (!(typeof n == 'number' && isFinite(n)))
                  return (
                    (me.errors = [
                      {
                        instancePath: t + '/contribution',
                        schemaPath: '#/properties/contribution/type',
                        keyword: 'type',
                        params: { type: 'number' },
                        message: 'must be number',
                      },
                    ]),
                    !1
                  );
                var i = o === e;
              } else var i = !0;
              if (i)
                if (r.evidence !== void 0) {
                  let n = r.evidence,
                    o = e;
                  if (e === o)
                    if (Array.isArray(n)) {
                      var p = !0;
                      let y = n.length;
                      for (let h = 0; h < y; h++) {
                        let a = e;
                        De(n[h], {
                          instancePath: t + '/evidence/' + h,
                          parentData: n,
                          parentDataProperty: h,
                          rootData: x,
                          dynamicAnchors: N,
                        }) || ((s = s === null ? De.errors : s.concat(De.errors)), (e = s.length));
                        var p = a === e;
                        if (!p) break;
                      }
                    } else
                      return (
                        (me.errors = [
                          {
                            instancePath: t + '/evidence',
                            schemaPath: '#/properties/evidence/type',
                            keyword: 'type',
                            params: { type: 'array' },
                            message: 'must be array',
                          },
                        ]),
                        !1
                      );
                  var i = o === e;
                } else var i = !0;
            }
          }
        }
      }
    } else
      return (
        (me.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((me.errors = s), e === 0);
}
me.evaluated = {
  props: { id: !0, attribute: !0, kind: !0, severity: !0, contribution: !0, evidence: !0 },
  dynamicProps: !1,
  dynamicItems: !1,
};
function le(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = le.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let u;
      if (
        (r.protocol === void 0 && (u = 'protocol')) ||
        (r.engine === void 0 && (u = 'engine')) ||
        (r.model === void 0 && (u = 'model')) ||
        (r.preprocessing === void 0 && (u = 'preprocessing')) ||
        (r.registry === void 0 && (u = 'registry'))
      )
        return (
          (le.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: u },
              message: "must have required property '" + u + "'",
            },
          ]),
          !1
        );
      if (r.protocol !== void 0) {
        let n = e;
        if (typeof r.protocol != 'string')
          return (
            (le.errors = [
              {
                instancePath: t + '/protocol',
                schemaPath: '#/properties/protocol/type',
                keyword: 'type',
                params: { type: 'string' },
                message: 'must be string',
              },
            ]),
            !1
          );
        var i = n === e;
      } else var i = !0;
      if (i) {
        if (r.engine !== void 0) {
          let n = e;
          if (typeof r.engine != 'string')
            return (
              (le.errors = [
                {
                  instancePath: t + '/engine',
                  schemaPath: '#/properties/engine/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                },
              ]),
              !1
            );
          var i = n === e;
        } else var i = !0;
        if (i) {
          if (r.model !== void 0) {
            let n = r.model,
              o = e;
            if (e === e)
              if (n && typeof n == 'object' && !Array.isArray(n)) {
                let h;
                if ((n.id === void 0 && (h = 'id')) || (n.sha256 === void 0 && (h = 'sha256')))
                  return (
                    (le.errors = [
                      {
                        instancePath: t + '/model',
                        schemaPath: '#/$defs/ModelStamp/required',
                        keyword: 'required',
                        params: { missingProperty: h },
                        message: "must have required property '" + h + "'",
                      },
                    ]),
                    !1
                  );
                if (n.id !== void 0) {
                  let a = e;
                  if (typeof n.id != 'string')
                    return (
                      (le.errors = [
                        {
                          instancePath: t + '/model/id',
                          schemaPath: '#/$defs/ModelStamp/properties/id/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        },
                      ]),
                      !1
                    );
                  var p = a === e;
                } else var p = !0;
                if (p)
                  if (n.sha256 !== void 0) {
                    let a = e;
                    if (typeof n.sha256 != 'string')
                      return (
                        (le.errors = [
                          {
                            instancePath: t + '/model/sha256',
                            schemaPath: '#/$defs/ModelStamp/properties/sha256/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                          },
                        ]),
                        !1
                      );
                    var p = a === e;
                  } else var p = !0;
              } else
                return (
                  (le.errors = [
                    {
                      instancePath: t + '/model',
                      schemaPath: '#/$defs/ModelStamp/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    },
                  ]),
                  !1
                );
            var i = o === e;
          } else var i = !0;
          if (i) {
            if (r.preprocessing !== void 0) {
              let n = e;
              if (typeof r.preprocessing != 'string')
                return (
                  (le.errors = [
                    {
                      instancePath: t + '/preprocessing',
                      schemaPath: '#/properties/preprocessing/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    },
                  ]),
                  !1
                );
              var i = n === e;
            } else var i = !0;
            if (i)
              if (r.registry !== void 0) {
                let n = e;
                if (typeof r.registry != 'string')
                  return (
                    (le.errors = [
                      {
                        instancePath: t + '/registry',
                        schemaPath: '#/properties/registry/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ]),
                    !1
                  );
                var i = n === e;
              } else var i = !0;
          }
        }
      }
    } else
      return (
        (le.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((le.errors = s), e === 0);
}
le.evaluated = {
  props: { protocol: !0, engine: !0, model: !0, preprocessing: !0, registry: !0 },
  dynamicProps: !1,
  dynamicItems: !1,
};
function W(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = W.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let h;
      if (
        (r.low === void 0 && (h = 'low')) ||
        (r.middle === void 0 && (h = 'middle')) ||
        (r.high === void 0 && (h = 'high'))
      )
        return (
          (W.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: h },
              message: "must have required property '" + h + "'",
            },
          ]),
          !1
        );
      if (r.low !== void 0) {
        let a = r.low,
          m = e;
        if (e === e)
          if (a && typeof a == 'object' && !Array.isArray(a)) {
            let c;
            if (
              (a.kind === void 0 && (c = 'kind')) ||
              (a.columns === void 0 && (c = 'columns')) ||
              (a.rows === void 0 && (c = 'rows')) ||
              (a.values === void 0 && (c = 'values'))
            )
              return (
                (W.errors = [
                  {
                    instancePath: t + '/low',
                    schemaPath: '#/$defs/GridEvidence/required',
                    keyword: 'required',
                    params: { missingProperty: c },
                    message: "must have required property '" + c + "'",
                  },
                ]),
                !1
              );
            if (a.kind !== void 0) {
              let l = e;
              if (a.kind !== 'grid')
                return (
                  (W.errors = [
                    {
                      instancePath: t + '/low/kind',
                      schemaPath: '#/$defs/GridEvidence/properties/kind/const',
                      keyword: 'const',
                      params: { allowedValue: 'grid' },
                      message: 'must be equal to constant',
                    },
                  ]),
                  !1
                );
              var i = l === e;
            } else var i = !0;
            if (i) {
              if (a.columns !== void 0) {
                let l = a.columns,
                  d = e;
                if (!(typeof l == 'number' && !(l % 1) && !isNaN(l) && isFinite(l)))
                  return (
                    (W.errors = [
                      {
                        instancePath: t + '/low/columns',
                        schemaPath: '#/$defs/GridEvidence/properties/columns/type',
                        keyword: 'type',
                        params: { type: 'integer' },
                        message: 'must be integer',
                      },
                    ]),
                    !1
                  );
                if (e === d && typeof l == 'number' && isFinite(l)) {
                  if (l > 64 || isNaN(l))
                    return (
                      (W.errors = [
                        {
                          instancePath: t + '/low/columns',
                          schemaPath: '#/$defs/GridEvidence/properties/columns/maximum',
                          keyword: 'maximum',
                          params: { comparison: '<=', limit: 64 },
                          message: 'must be <= 64',
                        },
                      ]),
                      !1
                    );
                  if (l < 1 || isNaN(l))
                    return (
                      (W.errors = [
                        {
                          instancePath: t + '/low/columns',
                          schemaPath: '#/$defs/GridEvidence/properties/columns/minimum',
                          keyword: 'minimum',
                          params: { comparison: '>=', limit: 1 },
                          message: 'must be >= 1',
                        },
                      ]),
                      !1
                    );
                }
                var i = d === e;
              } else var i = !0;
              if (i) {
                if (a.rows !== void 0) {
                  let l = a.rows,
                    d = e;
                  if (!(typeof l == 'number' && !(l % 1) && !isNaN(l) && isFinite(l)))
                    return (
                      (W.errors = [
                        {
                          instancePath: t + '/low/rows',
                          schemaPath: '#/$defs/GridEvidence/properties/rows/type',
                          keyword: 'type',
                          params: { type: 'integer' },
                          message: 'must be integer',
                        },
                      ]),
                      !1
                    );
                  if (e === d && typeof l == 'number' && isFinite(l)) {
                    if (l > 64 || isNaN(l))
                      return (
                        (W.errors = [
                          {
                            instancePath: t + '/low/rows',
                            schemaPath: '#/$defs/GridEvidence/properties/rows/maximum',
                            keyword: 'maximum',
                            params: { comparison: '<=', limit: 64 },
                            message: 'must be <= 64',
                          },
                        ]),
                        !1
                      );
                    if (l < 1 || isNaN(l))
                      return (
                        (W.errors = [
                          {
                            instancePath: t + '/low/rows',
                            schemaPath: '#/$defs/GridEvidence/properties/rows/minimum',
                            keyword: 'minimum',
                            params: { comparison: '>=', limit: 1 },
                            message: 'must be >= 1',
                          },
                        ]),
                        !1
                      );
                  }
                  var i = d === e;
                } else var i = !0;
                if (i)
                  if (a.values !== void 0) {
                    let l = a.values,
                      d = e;
                    if (e === d)
                      if (Array.isArray(l)) {
                        var p = !0;
                        let _ = l.length;
                        for (let w = 0; w < _; w++) {
                          let P = l[w],
                            q = e;
                          if (e === q)
                            if (typeof P == 'number' && isFinite(P)) {
                              if (P > 1 || isNaN(P))
                                return (
                                  (W.errors = [
                                    {
                                      instancePath: t + '/low/values/' + w,
                                      schemaPath:
                                        '#/$defs/GridEvidence/properties/values/items/maximum',
                                      keyword: 'maximum',
                                      params: { comparison: '<=', limit: 1 },
                                      message: 'must be <= 1',
                                    },
                                  ]),
                                  !1
                                );
                              if (P < 0 || isNaN(P))
                                return (
                                  (W.errors = [
                                    {
                                      instancePath: t + '/low/values/' + w,
                                      schemaPath:
                                        '#/$defs/GridEvidence/properties/values/items/minimum',
                                      keyword: 'minimum',
                                      params: { comparison: '>=', limit: 0 },
                                      message: 'must be >= 0',
                                    },
                                  ]),
                                  !1
                                );
                            } else
                              return (
                                (W.errors = [
                                  {
                                    instancePath: t + '/low/values/' + w,
                                    schemaPath: '#/$defs/GridEvidence/properties/values/items/type',
                                    keyword: 'type',
                                    params: { type: 'number' },
                                    message: 'must be number',
                                  },
                                ]),
                                !1
                              );
                          var p = q === e;
                          if (!p) break;
                        }
                      } else
                        return (
                          (W.errors = [
                            {
                              instancePath: t + '/low/values',
                              schemaPath: '#/$defs/GridEvidence/properties/values/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array',
                            },
                          ]),
                          !1
                        );
                    var i = d === e;
                  } else var i = !0;
              }
            }
          } else
            return (
              (W.errors = [
                {
                  instancePath: t + '/low',
                  schemaPath: '#/$defs/GridEvidence/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                },
              ]),
              !1
            );
        var u = m === e;
      } else var u = !0;
      if (u) {
        if (r.middle !== void 0) {
          let a = r.middle,
            m = e;
          if (e === e)
            if (a && typeof a == 'object' && !Array.isArray(a)) {
              let l;
              if (
                (a.kind === void 0 && (l = 'kind')) ||
                (a.columns === void 0 && (l = 'columns')) ||
                (a.rows === void 0 && (l = 'rows')) ||
                (a.values === void 0 && (l = 'values'))
              )
                return (
                  (W.errors = [
                    {
                      instancePath: t + '/middle',
                      schemaPath: '#/$defs/GridEvidence/required',
                      keyword: 'required',
                      params: { missingProperty: l },
                      message: "must have required property '" + l + "'",
                    },
                  ]),
                  !1
                );
              if (a.kind !== void 0) {
                let d = e;
                if (a.kind !== 'grid')
                  return (
                    (W.errors = [
                      {
                        instancePath: t + '/middle/kind',
                        schemaPath: '#/$defs/GridEvidence/properties/kind/const',
                        keyword: 'const',
                        params: { allowedValue: 'grid' },
                        message: 'must be equal to constant',
                      },
                    ]),
                    !1
                  );
                var n = d === e;
              } else var n = !0;
              if (n) {
                if (a.columns !== void 0) {
                  let d = a.columns,
                    g = e;
                  if (!(typeof d == 'number' && !(d % 1) && !isNaN(d) && isFinite(d)))
                    return (
                      (W.errors = [
                        {
                          instancePath: t + '/middle/columns',
                          schemaPath: '#/$defs/GridEvidence/properties/columns/type',
                          keyword: 'type',
                          params: { type: 'integer' },
                          message: 'must be integer',
                        },
                      ]),
                      !1
                    );
                  if (e === g && typeof d == 'number' && isFinite(d)) {
                    if (d > 64 || isNaN(d))
                      return (
                        (W.errors = [
                          {
                            instancePath: t + '/middle/columns',
                            schemaPath: '#/$defs/GridEvidence/properties/columns/maximum',
                            keyword: 'maximum',
                            params: { comparison: '<=', limit: 64 },
                            message: 'must be <= 64',
                          },
                        ]),
                        !1
                      );
                    if (d < 1 || isNaN(d))
                      return (
                        (W.errors = [
                          {
                            instancePath: t + '/middle/columns',
                            schemaPath: '#/$defs/GridEvidence/properties/columns/minimum',
                            keyword: 'minimum',
                            params: { comparison: '>=', limit: 1 },
                            message: 'must be >= 1',
                          },
                        ]),
                        !1
                      );
                  }
                  var n = g === e;
                } else var n = !0;
                if (n) {
                  if (a.rows !== void 0) {
                    let d = a.rows,
                      g = e;
                    if (!(typeof d == 'number' && !(d % 1) && !isNaN(d) && isFinite(d)))
                      return (
                        (W.errors = [
                          {
                            instancePath: t + '/middle/rows',
                            schemaPath: '#/$defs/GridEvidence/properties/rows/type',
                            keyword: 'type',
                            params: { type: 'integer' },
                            message: 'must be integer',
                          },
                        ]),
                        !1
                      );
                    if (e === g && typeof d == 'number' && isFinite(d)) {
                      if (d > 64 || isNaN(d))
                        return (
                          (W.errors = [
                            {
                              instancePath: t + '/middle/rows',
                              schemaPath: '#/$defs/GridEvidence/properties/rows/maximum',
                              keyword: 'maximum',
                              params: { comparison: '<=', limit: 64 },
                              message: 'must be <= 64',
                            },
                          ]),
                          !1
                        );
                      if (d < 1 || isNaN(d))
                        return (
                          (W.errors = [
                            {
                              instancePath: t + '/middle/rows',
                              schemaPath: '#/$defs/GridEvidence/properties/rows/minimum',
                              keyword: 'minimum',
                              params: { comparison: '>=', limit: 1 },
                              message: 'must be >= 1',
                            },
                          ]),
                          !1
                        );
                    }
                    var n = g === e;
                  } else var n = !0;
                  if (n)
                    if (a.values !== void 0) {
                      let d = a.values,
                        g = e;
                      if (e === g)
                        if (Array.isArray(d)) {
                          var o = !0;
                          let w = d.length;
                          for (let P = 0; P < w; P++) {
                            let q = d[P],
                              j = e;
                            if (e === j)
                              if (typeof q == 'number' && isFinite(q)) {
                                if (q > 1 || isNaN(q))
                                  return (
                                    (W.errors = [
                                      {
                                        instancePath: t + '/middle/values/' + P,
                                        schemaPath:
                                          '#/$defs/GridEvidence/properties/values/items/maximum',
                                        keyword: 'maximum',
                                        params: { comparison: '<=', limit: 1 },
                                        message: 'must be <= 1',
                                      },
                                    ]),
                                    !1
                                  );
                                if (q < 0 || isNaN(q))
                                  return (
                                    (W.errors = [
                                      {
                                        instancePath: t + '/middle/values/' + P,
                                        schemaPath:
                                          '#/$defs/GridEvidence/properties/values/items/minimum',
                                        keyword: 'minimum',
                                        params: { comparison: '>=', limit: 0 },
                                        message: 'must be >= 0',
                                      },
                                    ]),
                                    !1
                                  );
                              } else
                                return (
                                  (W.errors = [
                                    {
                                      instancePath: t + '/middle/values/' + P,
                                      schemaPath:
                                        '#/$defs/GridEvidence/properties/values/items/type',
                                      keyword: 'type',
                                      params: { type: 'number' },
                                      message: 'must be number',
                                    },
                                  ]),
                                  !1
                                );
                            var o = j === e;
                            if (!o) break;
                          }
                        } else
                          return (
                            (W.errors = [
                              {
                                instancePath: t + '/middle/values',
                                schemaPath: '#/$defs/GridEvidence/properties/values/type',
                                keyword: 'type',
                                params: { type: 'array' },
                                message: 'must be array',
                              },
                            ]),
                            !1
                          );
                      var n = g === e;
                    } else var n = !0;
                }
              }
            } else
              return (
                (W.errors = [
                  {
                    instancePath: t + '/middle',
                    schemaPath: '#/$defs/GridEvidence/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  },
                ]),
                !1
              );
          var u = m === e;
        } else var u = !0;
        if (u)
          if (r.high !== void 0) {
            let a = r.high,
              m = e;
            if (e === e)
              if (a && typeof a == 'object' && !Array.isArray(a)) {
                let l;
                if (
                  (a.kind === void 0 && (l = 'kind')) ||
                  (a.columns === void 0 && (l = 'columns')) ||
                  (a.rows === void 0 && (l = 'rows')) ||
                  (a.values === void 0 && (l = 'values'))
                )
                  return (
                    (W.errors = [
                      {
                        instancePath: t + '/high',
                        schemaPath: '#/$defs/GridEvidence/required',
                        keyword: 'required',
                        params: { missingProperty: l },
                        message: "must have required property '" + l + "'",
                      },
                    ]),
                    !1
                  );
                if (a.kind !== void 0) {
                  let d = e;
                  if (a.kind !== 'grid')
                    return (
                      (W.errors = [
                        {
                          instancePath: t + '/high/kind',
                          schemaPath: '#/$defs/GridEvidence/properties/kind/const',
                          keyword: 'const',
                          params: { allowedValue: 'grid' },
                          message: 'must be equal to constant',
                        },
                      ]),
                      !1
                    );
                  var f = d === e;
                } else var f = !0;
                if (f) {
                  if (a.columns !== void 0) {
                    let d = a.columns,
                      g = e;
                    if (!(typeof d == 'number' && !(d % 1) && !isNaN(d) && isFinite(d)))
                      return (
                        (W.errors = [
                          {
                            instancePath: t + '/high/columns',
                            schemaPath: '#/$defs/GridEvidence/properties/columns/type',
                            keyword: 'type',
                            params: { type: 'integer' },
                            message: 'must be integer',
                          },
                        ]),
                        !1
                      );
                    if (e === g && typeof d == 'number' && isFinite(d)) {
                      if (d > 64 || isNaN(d))
                        return (
                          (W.errors = [
                            {
                              instancePath: t + '/high/columns',
                              schemaPath: '#/$defs/GridEvidence/properties/columns/maximum',
                              keyword: 'maximum',
                              params: { comparison: '<=', limit: 64 },
                              message: 'must be <= 64',
                            },
                          ]),
                          !1
                        );
                      if (d < 1 || isNaN(d))
                        return (
                          (W.errors = [
                            {
                              instancePath: t + '/high/columns',
                              schemaPath: '#/$defs/GridEvidence/properties/columns/minimum',
                              keyword: 'minimum',
                              params: { comparison: '>=', limit: 1 },
                              message: 'must be >= 1',
                            },
                          ]),
                          !1
                        );
                    }
                    var f = g === e;
                  } else var f = !0;
                  if (f) {
                    if (a.rows !== void 0) {
                      let d = a.rows,
                        g = e;
                      if (!(typeof d == 'number' && !(d % 1) && !isNaN(d) && isFinite(d)))
                        return (
                          (W.errors = [
                            {
                              instancePath: t + '/high/rows',
                              schemaPath: '#/$defs/GridEvidence/properties/rows/type',
                              keyword: 'type',
                              params: { type: 'integer' },
                              message: 'must be integer',
                            },
                          ]),
                          !1
                        );
                      if (e === g && typeof d == 'number' && isFinite(d)) {
                        if (d > 64 || isNaN(d))
                          return (
                            (W.errors = [
                              {
                                instancePath: t + '/high/rows',
                                schemaPath: '#/$defs/GridEvidence/properties/rows/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 64 },
                                message: 'must be <= 64',
                              },
                            ]),
                            !1
                          );
                        if (d < 1 || isNaN(d))
                          return (
                            (W.errors = [
                              {
                                instancePath: t + '/high/rows',
                                schemaPath: '#/$defs/GridEvidence/properties/rows/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 1 },
                                message: 'must be >= 1',
                              },
                            ]),
                            !1
                          );
                      }
                      var f = g === e;
                    } else var f = !0;
                    if (f)
                      if (a.values !== void 0) {
                        let d = a.values,
                          g = e;
                        if (e === g)
                          if (Array.isArray(d)) {
                            var y = !0;
                            let w = d.length;
                            for (let P = 0; P < w; P++) {
                              let q = d[P],
                                j = e;
                              if (e === j)
                                if (typeof q == 'number' && isFinite(q)) {
                                  if (q > 1 || isNaN(q))
                                    return (
                                      (W.errors = [
                                        {
                                          instancePath: t + '/high/values/' + P,
                                          schemaPath:
                                            '#/$defs/GridEvidence/properties/values/items/maximum',
                                          keyword: 'maximum',
                                          params: { comparison: '<=', limit: 1 },
                                          message: 'must be <= 1',
                                        },
                                      ]),
                                      !1
                                    );
                                  if (q < 0 || isNaN(q))
                                    return (
                                      (W.errors = [
                                        {
                                          instancePath: t + '/high/values/' + P,
                                          schemaPath:
                                            '#/$defs/GridEvidence/properties/values/items/minimum',
                                          keyword: 'minimum',
                                          params: { comparison: '>=', limit: 0 },
                                          message: 'must be >= 0',
                                        },
                                      ]),
                                      !1
                                    );
                                } else
                                  return (
                                    (W.errors = [
                                      {
                                        instancePath: t + '/high/values/' + P,
                                        schemaPath:
                                          '#/$defs/GridEvidence/properties/values/items/type',
                                        keyword: 'type',
                                        params: { type: 'number' },
                                        message: 'must be number',
                                      },
                                    ]),
                                    !1
                                  );
                              var y = j === e;
                              if (!y) break;
                            }
                          } else
                            return (
                              (W.errors = [
                                {
                                  instancePath: t + '/high/values',
                                  schemaPath: '#/$defs/GridEvidence/properties/values/type',
                                  keyword: 'type',
                                  params: { type: 'array' },
                                  message: 'must be array',
                                },
                              ]),
                              !1
                            );
                        var f = g === e;
                      } else var f = !0;
                  }
                }
              } else
                return (
                  (W.errors = [
                    {
                      instancePath: t + '/high',
                      schemaPath: '#/$defs/GridEvidence/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    },
                  ]),
                  !1
                );
            var u = m === e;
          } else var u = !0;
      }
    } else
      return (
        (W.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((W.errors = s), e === 0);
}
W.evaluated = { props: { low: !0, middle: !0, high: !0 }, dynamicProps: !1, dynamicItems: !1 };
var Je = {
    description: 'One sentence of a comment.',
    type: 'object',
    required: ['text', 'level', 'claims'],
    properties: {
      text: { description: 'The sentence, with its full stop.', type: 'string' },
      level: {
        description: 'Of what it speaks: one of the levels of perception, or the whole.',
        type: 'string',
        enum: ['low', 'middle', 'high', 'overall'],
      },
      claims: {
        description: 'What it claims, in the order of the sentence.',
        type: 'array',
        items: { $ref: '#/$defs/Claim' },
      },
      decoder: {
        description: "Id of the decoder that wrote this sentence, where it is not the comment's.",
        type: 'string',
      },
    },
  },
  Le = {
    description: 'Something that a sentence says of this picture, and the reading behind it.',
    type: 'object',
    required: ['about', 'relation'],
    properties: {
      about: { description: 'Id of the attribute, or `score`.', type: 'string' },
      relation: {
        description:
          'What is said of it: that it is a weakness, a strength or a style of this picture, that it is none (`absence`), that no weakness was found, that none is serious, that nothing was found at all, or where the score stands.',
        type: 'string',
        enum: [
          'weakness',
          'strength',
          'style',
          'absence',
          'no-weakness',
          'nothing-serious',
          'nothing',
          'standing',
        ],
      },
      value: {
        description:
          'The reading that it stands on, as in `attributes`; for `standing` the percentile (%) or the score (of 10).',
        type: 'number',
      },
      unit: { description: 'Of the value.', type: 'string' },
      degree: {
        description: 'How strongly, where it is said.',
        type: 'string',
        enum: ['slight', 'clear', 'strong'],
      },
      side: {
        description: 'Towards which side, where it is said.',
        type: 'string',
        enum: ['left', 'right', 'top', 'bottom'],
      },
      place: {
        description: 'Where in the picture, where it is said.',
        type: 'string',
        enum: [
          'top-left',
          'top-right',
          'bottom-left',
          'bottom-right',
          'top',
          'bottom',
          'left',
          'right',
          'middle',
        ],
      },
    },
  };
function K(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = K.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let n;
      if (
        (r.text === void 0 && (n = 'text')) ||
        (r.level === void 0 && (n = 'level')) ||
        (r.claims === void 0 && (n = 'claims'))
      )
        return (
          (K.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: n },
              message: "must have required property '" + n + "'",
            },
          ]),
          !1
        );
      if (r.text !== void 0) {
        let o = e;
        if (typeof r.text != 'string')
          return (
            (K.errors = [
              {
                instancePath: t + '/text',
                schemaPath: '#/properties/text/type',
                keyword: 'type',
                params: { type: 'string' },
                message: 'must be string',
              },
            ]),
            !1
          );
        var i = o === e;
      } else var i = !0;
      if (i) {
        if (r.level !== void 0) {
          let o = r.level,
            f = e;
          if (typeof o != 'string')
            return (
              (K.errors = [
                {
                  instancePath: t + '/level',
                  schemaPath: '#/properties/level/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                },
              ]),
              !1
            );
          if (!(o === 'low' || o === 'middle' || o === 'high' || o === 'overall'))
            return (
              (K.errors = [
                {
                  instancePath: t + '/level',
                  schemaPath: '#/properties/level/enum',
                  keyword: 'enum',
                  params: { allowedValues: Je.properties.level.enum },
                  message: 'must be equal to one of the allowed values',
                },
              ]),
              !1
            );
          var i = f === e;
        } else var i = !0;
        if (i) {
          if (r.claims !== void 0) {
            let o = r.claims,
              f = e;
            if (e === f)
              if (Array.isArray(o)) {
                var p = !0;
                let h = o.length;
                for (let a = 0; a < h; a++) {
                  let m = o[a],
                    v = e;
                  if (e === e)
                    if (m && typeof m == 'object' && !Array.isArray(m)) {
                      let d;
                      if (
                        (m.about === void 0 && (d = 'about')) ||
                        (m.relation === void 0 && (d = 'relation'))
                      )
                        return (
                          (K.errors = [
                            {
                              instancePath: t + '/claims/' + a,
                              schemaPath: '#/$defs/Claim/required',
                              keyword: 'required',
                              params: { missingProperty: d },
                              message: "must have required property '" + d + "'",
                            },
                          ]),
                          !1
                        );
                      if (m.about !== void 0) {
                        let g = e;
                        if (typeof m.about != 'string')
                          return (
                            (K.errors = [
                              {
                                instancePath: t + '/claims/' + a + '/about',
                                schemaPath: '#/$defs/Claim/properties/about/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string',
                              },
                            ]),
                            !1
                          );
                        var u = g === e;
                      } else var u = !0;
                      if (u) {
                        if (m.relation !== void 0) {
                          let g = m.relation,
                            _ = e;
                          if (typeof g != 'string')
                            return (
                              (K.errors = [
                                {
                                  instancePath: t + '/claims/' + a + '/relation',
                                  schemaPath: '#/$defs/Claim/properties/relation/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                  message: 'must be string',
                                },
                              ]),
                              !1
                            );
                          if (!(
                            g === 'weakness' ||
                            g === 'strength' ||
                            g === 'style' ||
                            g === 'absence' ||
                            g === 'no-weakness' ||
                            g === 'nothing-serious' ||
                            g === 'nothing' ||
                            g === 'standing'
                          ))
                            return (
                              (K.errors = [
                                {
                                  instancePath: t + '/claims/' + a + '/relation',
                                  schemaPath: '#/$defs/Claim/properties/relation/enum',
                                  keyword: 'enum',
                                  params: { allowedValues: Le.properties.relation.enum },
                                  message: 'must be equal to one of the allowed values',
                                },
                              ]),
                              !1
                            );
                          var u = _ === e;
                        } else var u = !0;
                        if (u) {
                          if (m.value !== void 0) {
                            let g = m.value,
                              _ = e;
                            if (!(typeof g == 'number' && isFinite(g)))
                              return (
                                (K.errors = [
                                  {
                                    instancePath: t + '/claims/' + a + '/value',
                                    schemaPath: '#/$defs/Claim/properties/value/type',
                                    keyword: 'type',
                                    params: { type: 'number' },
                                    message: 'must be number',
                                  },
                                ]),
                                !1
                              );
                            var u = _ === e;
                          } else var u = !0;
                          if (u) {
                            if (m.unit !== void 0) {
                              let g = e;
                              if (typeof m.unit != 'string')
                                return (
                                  (K.errors = [
                                    {
                                      instancePath: t + '/claims/' + a + '/unit',
                                      schemaPath: '#/$defs/Claim/properties/unit/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                      message: 'must be string',
                                    },
                                  ]),
                                  !1
                                );
                              var u = g === e;
                            } else var u = !0;
                            if (u) {
                              if (m.degree !== void 0) {
                                let g = m.degree,
                                  _ = e;
                                if (typeof g != 'string')
                                  return (
                                    (K.errors = [
                                      {
                                        instancePath: t + '/claims/' + a + '/degree',
                                        schemaPath: '#/$defs/Claim/properties/degree/type',
                                        keyword: 'type',
                                        params: { type: 'string' },
                                        message: 'must be string',
                                      },
                                    ]),
                                    !1
                                  );
                                if (!(g === 'slight' || g === 'clear' || g === 'strong'))
                                  return (
                                    (K.errors = [
                                      {
                                        instancePath: t + '/claims/' + a + '/degree',
                                        schemaPath: '#/$defs/Claim/properties/degree/enum',
                                        keyword: 'enum',
                                        params: { allowedValues: Le.properties.degree.enum },
                                        message: 'must be equal to one of the allowed values',
                                      },
                                    ]),
                                    !1
                                  );
                                var u = _ === e;
                              } else var u = !0;
                              if (u) {
                                if (m.side !== void 0) {
                                  let g = m.side,
                                    _ = e;
                                  if (typeof g != 'string')
                                    return (
                                      (K.errors = [
                                        {
                                          instancePath: t + '/claims/' + a + '/side',
                                          schemaPath: '#/$defs/Claim/properties/side/type',
                                          keyword: 'type',
                                          params: { type: 'string' },
                                          message: 'must be string',
                                        },
                                      ]),
                                      !1
                                    );
                                  if (!(
                                    g === 'left' ||
                                    g === 'right' ||
                                    g === 'top' ||
                                    g === 'bottom'
                                  ))
                                    return (
                                      (K.errors = [
                                        {
                                          instancePath: t + '/claims/' + a + '/side',
                                          schemaPath: '#/$defs/Claim/properties/side/enum',
                                          keyword: 'enum',
                                          params: { allowedValues: Le.properties.side.enum },
                                          message: 'must be equal to one of the allowed values',
                                        },
                                      ]),
                                      !1
                                    );
                                  var u = _ === e;
                                } else var u = !0;
                                if (u)
                                  if (m.place !== void 0) {
                                    let g = m.place,
                                      _ = e;
                                    if (typeof g != 'string')
                                      return (
                                        (K.errors = [
                                          {
                                            instancePath: t + '/claims/' + a + '/place',
                                            schemaPath: '#/$defs/Claim/properties/place/type',
                                            keyword: 'type',
                                            params: { type: 'string' },
                                            message: 'must be string',
                                          },
                                        ]),
                                        !1
                                      );
                                    if (!(
                                      g === 'top-left' ||
                                      g === 'top-right' ||
                                      g === 'bottom-left' ||
                                      g === 'bottom-right' ||
                                      g === 'top' ||
                                      g === 'bottom' ||
                                      g === 'left' ||
                                      g === 'right' ||
                                      g === 'middle'
                                    ))
                                      return (
                                        (K.errors = [
                                          {
                                            instancePath: t + '/claims/' + a + '/place',
                                            schemaPath: '#/$defs/Claim/properties/place/enum',
                                            keyword: 'enum',
                                            params: { allowedValues: Le.properties.place.enum },
                                            message: 'must be equal to one of the allowed values',
                                          },
                                        ]),
                                        !1
                                      );
                                    var u = _ === e;
                                  } else var u = !0;
                              }
                            }
                          }
                        }
                      }
                    } else
                      return (
                        (K.errors = [
                          {
                            instancePath: t + '/claims/' + a,
                            schemaPath: '#/$defs/Claim/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                          },
                        ]),
                        !1
                      );
                  var p = v === e;
                  if (!p) break;
                }
              } else
                return (
                  (K.errors = [
                    {
                      instancePath: t + '/claims',
                      schemaPath: '#/properties/claims/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                    },
                  ]),
                  !1
                );
            var i = f === e;
          } else var i = !0;
          if (i)
            if (r.decoder !== void 0) {
              let o = e;
              if (typeof r.decoder != 'string')
                return (
                  (K.errors = [
                    {
                      instancePath: t + '/decoder',
                      schemaPath: '#/properties/decoder/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    },
                  ]),
                  !1
                );
              var i = o === e;
            } else var i = !0;
        }
      }
    } else
      return (
        (K.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((K.errors = s), e === 0);
}
K.evaluated = {
  props: { text: !0, level: !0, claims: !0, decoder: !0 },
  dynamicProps: !1,
  dynamicItems: !1,
};
function be(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = be.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let u;
      if (
        (r.language === void 0 && (u = 'language')) ||
        (r.decoder === void 0 && (u = 'decoder')) ||
        (r.sentences === void 0 && (u = 'sentences')) ||
        (r.text === void 0 && (u = 'text'))
      )
        return (
          (be.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: u },
              message: "must have required property '" + u + "'",
            },
          ]),
          !1
        );
      if (r.language !== void 0) {
        let n = e;
        if (typeof r.language != 'string')
          return (
            (be.errors = [
              {
                instancePath: t + '/language',
                schemaPath: '#/properties/language/type',
                keyword: 'type',
                params: { type: 'string' },
                message: 'must be string',
              },
            ]),
            !1
          );
        var i = n === e;
      } else var i = !0;
      if (i) {
        if (r.decoder !== void 0) {
          let n = e;
          if (typeof r.decoder != 'string')
            return (
              (be.errors = [
                {
                  instancePath: t + '/decoder',
                  schemaPath: '#/properties/decoder/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                },
              ]),
              !1
            );
          var i = n === e;
        } else var i = !0;
        if (i) {
          if (r.dropped !== void 0) {
            let n = r.dropped,
              o = e;
            if (!(typeof n == 'number' && !(n % 1) && !isNaN(n) && isFinite(n)))
              return (
                (be.errors = [
                  {
                    instancePath: t + '/dropped',
                    schemaPath: '#/properties/dropped/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer',
                  },
                ]),
                !1
              );
            if (e === o && typeof n == 'number' && isFinite(n) && (n < 1 || isNaN(n)))
              return (
                (be.errors = [
                  {
                    instancePath: t + '/dropped',
                    schemaPath: '#/properties/dropped/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 1 },
                    message: 'must be >= 1',
                  },
                ]),
                !1
              );
            var i = o === e;
          } else var i = !0;
          if (i) {
            if (r.sentences !== void 0) {
              let n = r.sentences,
                o = e;
              if (e === o)
                if (Array.isArray(n)) {
                  var p = !0;
                  let y = n.length;
                  for (let h = 0; h < y; h++) {
                    let a = e;
                    K(n[h], {
                      instancePath: t + '/sentences/' + h,
                      parentData: n,
                      parentDataProperty: h,
                      rootData: x,
                      dynamicAnchors: N,
                    }) || ((s = s === null ? K.errors : s.concat(K.errors)), (e = s.length));
                    var p = a === e;
                    if (!p) break;
                  }
                } else
                  return (
                    (be.errors = [
                      {
                        instancePath: t + '/sentences',
                        schemaPath: '#/properties/sentences/type',
                        keyword: 'type',
                        params: { type: 'array' },
                        message: 'must be array',
                      },
                    ]),
                    !1
                  );
              var i = o === e;
            } else var i = !0;
            if (i)
              if (r.text !== void 0) {
                let n = e;
                if (typeof r.text != 'string')
                  return (
                    (be.errors = [
                      {
                        instancePath: t + '/text',
                        schemaPath: '#/properties/text/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ]),
                    !1
                  );
                var i = n === e;
              } else var i = !0;
          }
        }
      }
    } else
      return (
        (be.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((be.errors = s), e === 0);
}
be.evaluated = {
  props: { language: !0, decoder: !0, dropped: !0, sentences: !0, text: !0 },
  dynamicProps: !1,
  dynamicItems: !1,
};
function we(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = we.evaluated;
  (k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0));
  let i = e,
    p = !1,
    u = null,
    n = e;
  if (e === e)
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let b;
      if ((r.operation === void 0 && (b = 'operation')) || (r.ev === void 0 && (b = 'ev'))) {
        let A = {
          instancePath: t,
          schemaPath: '#/$defs/ExposeEdit/required',
          keyword: 'required',
          params: { missingProperty: b },
          message: "must have required property '" + b + "'",
        };
        (s === null ? (s = [A]) : s.push(A), e++);
      } else {
        if (r.operation !== void 0) {
          let A = e;
          if (r.operation !== 'expose') {
            let V = {
              instancePath: t + '/operation',
              schemaPath: '#/$defs/ExposeEdit/properties/operation/const',
              keyword: 'const',
              params: { allowedValue: 'expose' },
              message: 'must be equal to constant',
            };
            (s === null ? (s = [V]) : s.push(V), e++);
          }
          var f = A === e;
        } else var f = !0;
        if (f)
          if (r.ev !== void 0) {
            let A = r.ev,
              V = e;
            if (!(typeof A == 'number' && isFinite(A))) {
              let F = {
                instancePath: t + '/ev',
                schemaPath: '#/$defs/ExposeEdit/properties/ev/type',
                keyword: 'type',
                params: { type: 'number' },
                message: 'must be number',
              };
              (s === null ? (s = [F]) : s.push(F), e++);
            }
            var f = V === e;
          } else var f = !0;
      }
    } else {
      let b = {
        instancePath: t,
        schemaPath: '#/$defs/ExposeEdit/type',
        keyword: 'type',
        params: { type: 'object' },
        message: 'must be object',
      };
      (s === null ? (s = [b]) : s.push(b), e++);
    }
  var v = n === e;
  if (v) {
    ((p = !0), (u = 0));
    var y = {};
    ((y.operation = !0), (y.ev = !0));
  }
  let h = e;
  if (e === e)
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let b;
      if (
        (r.operation === void 0 && (b = 'operation')) ||
        (r.factor === void 0 && (b = 'factor'))
      ) {
        let A = {
          instancePath: t,
          schemaPath: '#/$defs/ContrastEdit/required',
          keyword: 'required',
          params: { missingProperty: b },
          message: "must have required property '" + b + "'",
        };
        (s === null ? (s = [A]) : s.push(A), e++);
      } else {
        if (r.operation !== void 0) {
          let A = e;
          if (r.operation !== 'contrast') {
            let V = {
              instancePath: t + '/operation',
              schemaPath: '#/$defs/ContrastEdit/properties/operation/const',
              keyword: 'const',
              params: { allowedValue: 'contrast' },
              message: 'must be equal to constant',
            };
            (s === null ? (s = [V]) : s.push(V), e++);
          }
          var m = A === e;
        } else var m = !0;
        if (m)
          if (r.factor !== void 0) {
            let A = r.factor,
              V = e;
            if (!(typeof A == 'number' && isFinite(A))) {
              let F = {
                instancePath: t + '/factor',
                schemaPath: '#/$defs/ContrastEdit/properties/factor/type',
                keyword: 'type',
                params: { type: 'number' },
                message: 'must be number',
              };
              (s === null ? (s = [F]) : s.push(F), e++);
            }
            var m = V === e;
          } else var m = !0;
      }
    } else {
      let b = {
        instancePath: t,
        schemaPath: '#/$defs/ContrastEdit/type',
        keyword: 'type',
        params: { type: 'object' },
        message: 'must be object',
      };
      (s === null ? (s = [b]) : s.push(b), e++);
    }
  var v = h === e;
  if (v && p) ((p = !1), (u = [u, 1]));
  else {
    v && ((p = !0), (u = 1), y !== !0 && ((y = y || {}), (y.operation = !0), (y.factor = !0)));
    let b = e;
    if (e === e)
      if (r && typeof r == 'object' && !Array.isArray(r)) {
        let ae;
        if (
          (r.operation === void 0 && (ae = 'operation')) ||
          (r.transmission === void 0 && (ae = 'transmission'))
        ) {
          let F = {
            instancePath: t,
            schemaPath: '#/$defs/DehazeEdit/required',
            keyword: 'required',
            params: { missingProperty: ae },
            message: "must have required property '" + ae + "'",
          };
          (s === null ? (s = [F]) : s.push(F), e++);
        } else {
          if (r.operation !== void 0) {
            let F = e;
            if (r.operation !== 'dehaze') {
              let $ = {
                instancePath: t + '/operation',
                schemaPath: '#/$defs/DehazeEdit/properties/operation/const',
                keyword: 'const',
                params: { allowedValue: 'dehaze' },
                message: 'must be equal to constant',
              };
              (s === null ? (s = [$]) : s.push($), e++);
            }
            var c = F === e;
          } else var c = !0;
          if (c)
            if (r.transmission !== void 0) {
              let F = r.transmission,
                $ = e;
              if (!(typeof F == 'number' && isFinite(F))) {
                let oe = {
                  instancePath: t + '/transmission',
                  schemaPath: '#/$defs/DehazeEdit/properties/transmission/type',
                  keyword: 'type',
                  params: { type: 'number' },
                  message: 'must be number',
                };
                (s === null ? (s = [oe]) : s.push(oe), e++);
              }
              var c = $ === e;
            } else var c = !0;
        }
      } else {
        let ae = {
          instancePath: t,
          schemaPath: '#/$defs/DehazeEdit/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        };
        (s === null ? (s = [ae]) : s.push(ae), e++);
      }
    var v = b === e;
    if (v && p) ((p = !1), (u = [u, 2]));
    else {
      v &&
        ((p = !0), (u = 2), y !== !0 && ((y = y || {}), (y.operation = !0), (y.transmission = !0)));
      let ae = e;
      if (e === e)
        if (r && typeof r == 'object' && !Array.isArray(r)) {
          let S;
          if (
            (r.operation === void 0 && (S = 'operation')) ||
            (r.factor === void 0 && (S = 'factor'))
          ) {
            let oe = {
              instancePath: t,
              schemaPath: '#/$defs/SaturateEdit/required',
              keyword: 'required',
              params: { missingProperty: S },
              message: "must have required property '" + S + "'",
            };
            (s === null ? (s = [oe]) : s.push(oe), e++);
          } else {
            if (r.operation !== void 0) {
              let oe = e;
              if (r.operation !== 'saturate') {
                let z = {
                  instancePath: t + '/operation',
                  schemaPath: '#/$defs/SaturateEdit/properties/operation/const',
                  keyword: 'const',
                  params: { allowedValue: 'saturate' },
                  message: 'must be equal to constant',
                };
                (s === null ? (s = [z]) : s.push(z), e++);
              }
              var l = oe === e;
            } else var l = !0;
            if (l)
              if (r.factor !== void 0) {
                let oe = r.factor,
                  z = e;
                if (!(typeof oe == 'number' && isFinite(oe))) {
                  let M = {
                    instancePath: t + '/factor',
                    schemaPath: '#/$defs/SaturateEdit/properties/factor/type',
                    keyword: 'type',
                    params: { type: 'number' },
                    message: 'must be number',
                  };
                  (s === null ? (s = [M]) : s.push(M), e++);
                }
                var l = z === e;
              } else var l = !0;
          }
        } else {
          let S = {
            instancePath: t,
            schemaPath: '#/$defs/SaturateEdit/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          };
          (s === null ? (s = [S]) : s.push(S), e++);
        }
      var v = ae === e;
      if (v && p) ((p = !1), (u = [u, 3]));
      else {
        v && ((p = !0), (u = 3), y !== !0 && ((y = y || {}), (y.operation = !0), (y.factor = !0)));
        let S = e;
        if (e === e)
          if (r && typeof r == 'object' && !Array.isArray(r)) {
            let D;
            if (
              (r.operation === void 0 && (D = 'operation')) ||
              (r.ratio === void 0 && (D = 'ratio'))
            ) {
              let M = {
                instancePath: t,
                schemaPath: '#/$defs/WarmEdit/required',
                keyword: 'required',
                params: { missingProperty: D },
                message: "must have required property '" + D + "'",
              };
              (s === null ? (s = [M]) : s.push(M), e++);
            } else {
              if (r.operation !== void 0) {
                let M = e;
                if (r.operation !== 'warm') {
                  let re = {
                    instancePath: t + '/operation',
                    schemaPath: '#/$defs/WarmEdit/properties/operation/const',
                    keyword: 'const',
                    params: { allowedValue: 'warm' },
                    message: 'must be equal to constant',
                  };
                  (s === null ? (s = [re]) : s.push(re), e++);
                }
                var d = M === e;
              } else var d = !0;
              if (d)
                if (r.ratio !== void 0) {
                  let M = r.ratio,
                    re = e;
                  if (!(typeof M == 'number' && isFinite(M))) {
                    let Y = {
                      instancePath: t + '/ratio',
                      schemaPath: '#/$defs/WarmEdit/properties/ratio/type',
                      keyword: 'type',
                      params: { type: 'number' },
                      message: 'must be number',
                    };
                    (s === null ? (s = [Y]) : s.push(Y), e++);
                  }
                  var d = re === e;
                } else var d = !0;
            }
          } else {
            let D = {
              instancePath: t,
              schemaPath: '#/$defs/WarmEdit/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            (s === null ? (s = [D]) : s.push(D), e++);
          }
        var v = S === e;
        if (v && p) ((p = !1), (u = [u, 4]));
        else {
          v && ((p = !0), (u = 4), y !== !0 && ((y = y || {}), (y.operation = !0), (y.ratio = !0)));
          let D = e;
          if (e === e)
            if (r && typeof r == 'object' && !Array.isArray(r)) {
              let xe;
              if (
                (r.operation === void 0 && (xe = 'operation')) ||
                (r.ratio === void 0 && (xe = 'ratio'))
              ) {
                let Y = {
                  instancePath: t,
                  schemaPath: '#/$defs/TintEdit/required',
                  keyword: 'required',
                  params: { missingProperty: xe },
                  message: "must have required property '" + xe + "'",
                };
                (s === null ? (s = [Y]) : s.push(Y), e++);
              } else {
                if (r.operation !== void 0) {
                  let Y = e;
                  if (r.operation !== 'tint') {
                    let Ge = {
                      instancePath: t + '/operation',
                      schemaPath: '#/$defs/TintEdit/properties/operation/const',
                      keyword: 'const',
                      params: { allowedValue: 'tint' },
                      message: 'must be equal to constant',
                    };
                    (s === null ? (s = [Ge]) : s.push(Ge), e++);
                  }
                  var g = Y === e;
                } else var g = !0;
                if (g)
                  if (r.ratio !== void 0) {
                    let Y = r.ratio,
                      Ge = e;
                    if (!(typeof Y == 'number' && isFinite(Y))) {
                      let Pe = {
                        instancePath: t + '/ratio',
                        schemaPath: '#/$defs/TintEdit/properties/ratio/type',
                        keyword: 'type',
                        params: { type: 'number' },
                        message: 'must be number',
                      };
                      (s === null ? (s = [Pe]) : s.push(Pe), e++);
                    }
                    var g = Ge === e;
                  } else var g = !0;
              }
            } else {
              let xe = {
                instancePath: t,
                schemaPath: '#/$defs/TintEdit/type',
                keyword: 'type',
                params: { type: 'object' },
                message: 'must be object',
              };
              (s === null ? (s = [xe]) : s.push(xe), e++);
            }
          var v = D === e;
          if (v && p) ((p = !1), (u = [u, 5]));
          else {
            v &&
              ((p = !0), (u = 5), y !== !0 && ((y = y || {}), (y.operation = !0), (y.ratio = !0)));
            let xe = e;
            if (e === e)
              if (r && typeof r == 'object' && !Array.isArray(r)) {
                let Ne;
                if (
                  (r.operation === void 0 && (Ne = 'operation')) ||
                  (r.stops === void 0 && (Ne = 'stops'))
                ) {
                  let Pe = {
                    instancePath: t,
                    schemaPath: '#/$defs/VignetteEdit/required',
                    keyword: 'required',
                    params: { missingProperty: Ne },
                    message: "must have required property '" + Ne + "'",
                  };
                  (s === null ? (s = [Pe]) : s.push(Pe), e++);
                } else {
                  if (r.operation !== void 0) {
                    let Pe = e;
                    if (r.operation !== 'vignette') {
                      let Me = {
                        instancePath: t + '/operation',
                        schemaPath: '#/$defs/VignetteEdit/properties/operation/const',
                        keyword: 'const',
                        params: { allowedValue: 'vignette' },
                        message: 'must be equal to constant',
                      };
                      (s === null ? (s = [Me]) : s.push(Me), e++);
                    }
                    var _ = Pe === e;
                  } else var _ = !0;
                  if (_)
                    if (r.stops !== void 0) {
                      let Pe = r.stops,
                        Me = e;
                      if (!(typeof Pe == 'number' && isFinite(Pe))) {
                        let $e = {
                          instancePath: t + '/stops',
                          schemaPath: '#/$defs/VignetteEdit/properties/stops/type',
                          keyword: 'type',
                          params: { type: 'number' },
                          message: 'must be number',
                        };
                        (s === null ? (s = [$e]) : s.push($e), e++);
                      }
                      var _ = Me === e;
                    } else var _ = !0;
                }
              } else {
                let Ne = {
                  instancePath: t,
                  schemaPath: '#/$defs/VignetteEdit/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                (s === null ? (s = [Ne]) : s.push(Ne), e++);
              }
            var v = xe === e;
            if (v && p) ((p = !1), (u = [u, 6]));
            else {
              v &&
                ((p = !0),
                (u = 6),
                y !== !0 && ((y = y || {}), (y.operation = !0), (y.stops = !0)));
              let Ne = e;
              if (e === e)
                if (r && typeof r == 'object' && !Array.isArray(r)) {
                  let Fe;
                  if (
                    (r.operation === void 0 && (Fe = 'operation')) ||
                    (r.sigma === void 0 && (Fe = 'sigma'))
                  ) {
                    let $e = {
                      instancePath: t,
                      schemaPath: '#/$defs/DenoiseEdit/required',
                      keyword: 'required',
                      params: { missingProperty: Fe },
                      message: "must have required property '" + Fe + "'",
                    };
                    (s === null ? (s = [$e]) : s.push($e), e++);
                  } else {
                    if (r.operation !== void 0) {
                      let $e = e;
                      if (r.operation !== 'denoise') {
                        let Re = {
                          instancePath: t + '/operation',
                          schemaPath: '#/$defs/DenoiseEdit/properties/operation/const',
                          keyword: 'const',
                          params: { allowedValue: 'denoise' },
                          message: 'must be equal to constant',
                        };
                        (s === null ? (s = [Re]) : s.push(Re), e++);
                      }
                      var w = $e === e;
                    } else var w = !0;
                    if (w)
                      if (r.sigma !== void 0) {
                        let $e = r.sigma,
                          Re = e;
                        if (!(typeof $e == 'number' && isFinite($e))) {
                          let ge = {
                            instancePath: t + '/sigma',
                            schemaPath: '#/$defs/DenoiseEdit/properties/sigma/type',
                            keyword: 'type',
                            params: { type: 'number' },
                            message: 'must be number',
                          };
                          (s === null ? (s = [ge]) : s.push(ge), e++);
                        }
                        var w = Re === e;
                      } else var w = !0;
                  }
                } else {
                  let Fe = {
                    instancePath: t,
                    schemaPath: '#/$defs/DenoiseEdit/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  };
                  (s === null ? (s = [Fe]) : s.push(Fe), e++);
                }
              var v = Ne === e;
              if (v && p) ((p = !1), (u = [u, 7]));
              else {
                v &&
                  ((p = !0),
                  (u = 7),
                  y !== !0 && ((y = y || {}), (y.operation = !0), (y.sigma = !0)));
                let Fe = e;
                if (e === e)
                  if (r && typeof r == 'object' && !Array.isArray(r)) {
                    let qe;
                    if (
                      (r.operation === void 0 && (qe = 'operation')) ||
                      (r.amount === void 0 && (qe = 'amount')) ||
                      (r.radius === void 0 && (qe = 'radius'))
                    ) {
                      let ge = {
                        instancePath: t,
                        schemaPath: '#/$defs/UnsharpMaskEdit/required',
                        keyword: 'required',
                        params: { missingProperty: qe },
                        message: "must have required property '" + qe + "'",
                      };
                      (s === null ? (s = [ge]) : s.push(ge), e++);
                    } else {
                      if (r.operation !== void 0) {
                        let ge = e;
                        if (r.operation !== 'unsharpMask') {
                          let We = {
                            instancePath: t + '/operation',
                            schemaPath: '#/$defs/UnsharpMaskEdit/properties/operation/const',
                            keyword: 'const',
                            params: { allowedValue: 'unsharpMask' },
                            message: 'must be equal to constant',
                          };
                          (s === null ? (s = [We]) : s.push(We), e++);
                        }
                        var P = ge === e;
                      } else var P = !0;
                      if (P) {
                        if (r.amount !== void 0) {
                          let ge = r.amount,
                            We = e;
                          if (!(typeof ge == 'number' && isFinite(ge))) {
                            let ve = {
                              instancePath: t + '/amount',
                              schemaPath: '#/$defs/UnsharpMaskEdit/properties/amount/type',
                              keyword: 'type',
                              params: { type: 'number' },
                              message: 'must be number',
                            };
                            (s === null ? (s = [ve]) : s.push(ve), e++);
                          }
                          var P = We === e;
                        } else var P = !0;
                        if (P)
                          if (r.radius !== void 0) {
                            let ge = r.radius,
                              We = e;
                            if (!(typeof ge == 'number' && isFinite(ge))) {
                              let ve = {
                                instancePath: t + '/radius',
                                schemaPath: '#/$defs/UnsharpMaskEdit/properties/radius/type',
                                keyword: 'type',
                                params: { type: 'number' },
                                message: 'must be number',
                              };
                              (s === null ? (s = [ve]) : s.push(ve), e++);
                            }
                            var P = We === e;
                          } else var P = !0;
                      }
                    }
                  } else {
                    let qe = {
                      instancePath: t,
                      schemaPath: '#/$defs/UnsharpMaskEdit/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    };
                    (s === null ? (s = [qe]) : s.push(qe), e++);
                  }
                var v = Fe === e;
                if (v && p) ((p = !1), (u = [u, 8]));
                else {
                  v &&
                    ((p = !0),
                    (u = 8),
                    y !== !0 &&
                      ((y = y || {}), (y.operation = !0), (y.amount = !0), (y.radius = !0)));
                  let qe = e;
                  if (e === e)
                    if (r && typeof r == 'object' && !Array.isArray(r)) {
                      let Ee;
                      if (
                        (r.operation === void 0 && (Ee = 'operation')) ||
                        (r.degrees === void 0 && (Ee = 'degrees'))
                      ) {
                        let ve = {
                          instancePath: t,
                          schemaPath: '#/$defs/RotateEdit/required',
                          keyword: 'required',
                          params: { missingProperty: Ee },
                          message: "must have required property '" + Ee + "'",
                        };
                        (s === null ? (s = [ve]) : s.push(ve), e++);
                      } else {
                        if (r.operation !== void 0) {
                          let ve = e;
                          if (r.operation !== 'rotate') {
                            let Ve = {
                              instancePath: t + '/operation',
                              schemaPath: '#/$defs/RotateEdit/properties/operation/const',
                              keyword: 'const',
                              params: { allowedValue: 'rotate' },
                              message: 'must be equal to constant',
                            };
                            (s === null ? (s = [Ve]) : s.push(Ve), e++);
                          }
                          var q = ve === e;
                        } else var q = !0;
                        if (q)
                          if (r.degrees !== void 0) {
                            let ve = r.degrees,
                              Ve = e;
                            if (!(typeof ve == 'number' && isFinite(ve))) {
                              let de = {
                                instancePath: t + '/degrees',
                                schemaPath: '#/$defs/RotateEdit/properties/degrees/type',
                                keyword: 'type',
                                params: { type: 'number' },
                                message: 'must be number',
                              };
                              (s === null ? (s = [de]) : s.push(de), e++);
                            }
                            var q = Ve === e;
                          } else var q = !0;
                      }
                    } else {
                      let Ee = {
                        instancePath: t,
                        schemaPath: '#/$defs/RotateEdit/type',
                        keyword: 'type',
                        params: { type: 'object' },
                        message: 'must be object',
                      };
                      (s === null ? (s = [Ee]) : s.push(Ee), e++);
                    }
                  var v = qe === e;
                  if (v && p) ((p = !1), (u = [u, 9]));
                  else {
                    v &&
                      ((p = !0),
                      (u = 9),
                      y !== !0 && ((y = y || {}), (y.operation = !0), (y.degrees = !0)));
                    let Ee = e;
                    if (e === e)
                      if (r && typeof r == 'object' && !Array.isArray(r)) {
                        let je;
                        if (
                          (r.operation === void 0 && (je = 'operation')) ||
                          (r.x === void 0 && (je = 'x')) ||
                          (r.y === void 0 && (je = 'y')) ||
                          (r.width === void 0 && (je = 'width')) ||
                          (r.height === void 0 && (je = 'height'))
                        ) {
                          let de = {
                            instancePath: t,
                            schemaPath: '#/$defs/CropEdit/required',
                            keyword: 'required',
                            params: { missingProperty: je },
                            message: "must have required property '" + je + "'",
                          };
                          (s === null ? (s = [de]) : s.push(de), e++);
                        } else {
                          if (r.operation !== void 0) {
                            let de = e;
                            if (r.operation !== 'crop') {
                              let Ae = {
                                instancePath: t + '/operation',
                                schemaPath: '#/$defs/CropEdit/properties/operation/const',
                                keyword: 'const',
                                params: { allowedValue: 'crop' },
                                message: 'must be equal to constant',
                              };
                              (s === null ? (s = [Ae]) : s.push(Ae), e++);
                            }
                            var j = de === e;
                          } else var j = !0;
                          if (j) {
                            if (r.x !== void 0) {
                              let de = r.x,
                                Ae = e;
                              if (!(typeof de == 'number' && isFinite(de))) {
                                let _e = {
                                  instancePath: t + '/x',
                                  schemaPath: '#/$defs/CropEdit/properties/x/type',
                                  keyword: 'type',
                                  params: { type: 'number' },
                                  message: 'must be number',
                                };
                                (s === null ? (s = [_e]) : s.push(_e), e++);
                              }
                              var j = Ae === e;
                            } else var j = !0;
                            if (j) {
                              if (r.y !== void 0) {
                                let de = r.y,
                                  Ae = e;
                                if (!(typeof de == 'number' && isFinite(de))) {
                                  let _e = {
                                    instancePath: t + '/y',
                                    schemaPath: '#/$defs/CropEdit/properties/y/type',
                                    keyword: 'type',
                                    params: { type: 'number' },
                                    message: 'must be number',
                                  };
                                  (s === null ? (s = [_e]) : s.push(_e), e++);
                                }
                                var j = Ae === e;
                              } else var j = !0;
                              if (j) {
                                if (r.width !== void 0) {
                                  let de = r.width,
                                    Ae = e;
                                  if (!(typeof de == 'number' && isFinite(de))) {
                                    let _e = {
                                      instancePath: t + '/width',
                                      schemaPath: '#/$defs/CropEdit/properties/width/type',
                                      keyword: 'type',
                                      params: { type: 'number' },
                                      message: 'must be number',
                                    };
                                    (s === null ? (s = [_e]) : s.push(_e), e++);
                                  }
                                  var j = Ae === e;
                                } else var j = !0;
                                if (j)
                                  if (r.height !== void 0) {
                                    let de = r.height,
                                      Ae = e;
                                    if (!(typeof de == 'number' && isFinite(de))) {
                                      let _e = {
                                        instancePath: t + '/height',
                                        schemaPath: '#/$defs/CropEdit/properties/height/type',
                                        keyword: 'type',
                                        params: { type: 'number' },
                                        message: 'must be number',
                                      };
                                      (s === null ? (s = [_e]) : s.push(_e), e++);
                                    }
                                    var j = Ae === e;
                                  } else var j = !0;
                              }
                            }
                          }
                        }
                      } else {
                        let je = {
                          instancePath: t,
                          schemaPath: '#/$defs/CropEdit/type',
                          keyword: 'type',
                          params: { type: 'object' },
                          message: 'must be object',
                        };
                        (s === null ? (s = [je]) : s.push(je), e++);
                      }
                    var v = Ee === e;
                    v && p
                      ? ((p = !1), (u = [u, 10]))
                      : v &&
                        ((p = !0),
                        (u = 10),
                        y !== !0 &&
                          ((y = y || {}),
                          (y.operation = !0),
                          (y.x = !0),
                          (y.y = !0),
                          (y.width = !0),
                          (y.height = !0)));
                  }
                }
              }
            }
          }
        }
      }
    }
  }
  if (p) ((e = i), s !== null && (i ? (s.length = i) : (s = null)));
  else {
    let b = {
      instancePath: t,
      schemaPath: '#/oneOf',
      keyword: 'oneOf',
      params: { passingSchemas: u },
      message: 'must match exactly one schema in oneOf',
    };
    return (s === null ? (s = [b]) : s.push(b), e++, (we.errors = s), !1);
  }
  return ((we.errors = s), (k.props = y), e === 0);
}
we.evaluated = { dynamicProps: !0, dynamicItems: !1 };
function B(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = B.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let o;
      if (
        (r.attribute === void 0 && (o = 'attribute')) ||
        (r.edit === void 0 && (o = 'edit')) ||
        (r.text === void 0 && (o = 'text')) ||
        (r.gain === void 0 && (o = 'gain')) ||
        (r.confidence === void 0 && (o = 'confidence')) ||
        (r.reason === void 0 && (o = 'reason')) ||
        (r.cameraRaw === void 0 && (o = 'cameraRaw'))
      )
        return (
          (B.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: o },
              message: "must have required property '" + o + "'",
            },
          ]),
          !1
        );
      if (r.attribute !== void 0) {
        let f = e;
        if (typeof r.attribute != 'string')
          return (
            (B.errors = [
              {
                instancePath: t + '/attribute',
                schemaPath: '#/properties/attribute/type',
                keyword: 'type',
                params: { type: 'string' },
                message: 'must be string',
              },
            ]),
            !1
          );
        var i = f === e;
      } else var i = !0;
      if (i) {
        if (r.edit !== void 0) {
          let f = e;
          we(r.edit, {
            instancePath: t + '/edit',
            parentData: r,
            parentDataProperty: 'edit',
            rootData: x,
            dynamicAnchors: N,
          }) || ((s = s === null ? we.errors : s.concat(we.errors)), (e = s.length));
          var i = f === e;
        } else var i = !0;
        if (i) {
          if (r.text !== void 0) {
            let f = e;
            if (typeof r.text != 'string')
              return (
                (B.errors = [
                  {
                    instancePath: t + '/text',
                    schemaPath: '#/properties/text/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                  },
                ]),
                !1
              );
            var i = f === e;
          } else var i = !0;
          if (i) {
            if (r.region !== void 0) {
              let f = r.region,
                y = e;
              if (e === e)
                if (f && typeof f == 'object' && !Array.isArray(f)) {
                  let m;
                  if (
                    (f.kind === void 0 && (m = 'kind')) ||
                    (f.x === void 0 && (m = 'x')) ||
                    (f.y === void 0 && (m = 'y')) ||
                    (f.width === void 0 && (m = 'width')) ||
                    (f.height === void 0 && (m = 'height'))
                  )
                    return (
                      (B.errors = [
                        {
                          instancePath: t + '/region',
                          schemaPath: '#/$defs/BoxEvidence/required',
                          keyword: 'required',
                          params: { missingProperty: m },
                          message: "must have required property '" + m + "'",
                        },
                      ]),
                      !1
                    );
                  if (f.kind !== void 0) {
                    let v = e;
                    if (f.kind !== 'box')
                      return (
                        (B.errors = [
                          {
                            instancePath: t + '/region/kind',
                            schemaPath: '#/$defs/BoxEvidence/properties/kind/const',
                            keyword: 'const',
                            params: { allowedValue: 'box' },
                            message: 'must be equal to constant',
                          },
                        ]),
                        !1
                      );
                    var p = v === e;
                  } else var p = !0;
                  if (p) {
                    if (f.x !== void 0) {
                      let v = f.x,
                        c = e;
                      if (!(typeof v == 'number' && isFinite(v)))
                        return (
                          (B.errors = [
                            {
                              instancePath: t + '/region/x',
                              schemaPath: '#/$defs/BoxEvidence/properties/x/type',
                              keyword: 'type',
                              params: { type: 'number' },
                              message: 'must be number',
                            },
                          ]),
                          !1
                        );
                      var p = c === e;
                    } else var p = !0;
                    if (p) {
                      if (f.y !== void 0) {
                        let v = f.y,
                          c = e;
                        if (!(typeof v == 'number' && isFinite(v)))
                          return (
                            (B.errors = [
                              {
                                instancePath: t + '/region/y',
                                schemaPath: '#/$defs/BoxEvidence/properties/y/type',
                                keyword: 'type',
                                params: { type: 'number' },
                                message: 'must be number',
                              },
                            ]),
                            !1
                          );
                        var p = c === e;
                      } else var p = !0;
                      if (p) {
                        if (f.width !== void 0) {
                          let v = f.width,
                            c = e;
                          if (!(typeof v == 'number' && isFinite(v)))
                            return (
                              (B.errors = [
                                {
                                  instancePath: t + '/region/width',
                                  schemaPath: '#/$defs/BoxEvidence/properties/width/type',
                                  keyword: 'type',
                                  params: { type: 'number' },
                                  message: 'must be number',
                                },
                              ]),
                              !1
                            );
                          var p = c === e;
                        } else var p = !0;
                        if (p)
                          if (f.height !== void 0) {
                            let v = f.height,
                              c = e;
                            if (!(typeof v == 'number' && isFinite(v)))
                              return (
                                (B.errors = [
                                  {
                                    instancePath: t + '/region/height',
                                    schemaPath: '#/$defs/BoxEvidence/properties/height/type',
                                    keyword: 'type',
                                    params: { type: 'number' },
                                    message: 'must be number',
                                  },
                                ]),
                                !1
                              );
                            var p = c === e;
                          } else var p = !0;
                      }
                    }
                  }
                } else
                  return (
                    (B.errors = [
                      {
                        instancePath: t + '/region',
                        schemaPath: '#/$defs/BoxEvidence/type',
                        keyword: 'type',
                        params: { type: 'object' },
                        message: 'must be object',
                      },
                    ]),
                    !1
                  );
              var i = y === e;
            } else var i = !0;
            if (i) {
              if (r.gain !== void 0) {
                let f = r.gain,
                  y = e;
                if (e === e)
                  if (f && typeof f == 'object' && !Array.isArray(f)) {
                    let m;
                    if (
                      (f.value === void 0 && (m = 'value')) ||
                      (f.low === void 0 && (m = 'low')) ||
                      (f.high === void 0 && (m = 'high')) ||
                      (f.level === void 0 && (m = 'level'))
                    )
                      return (
                        (B.errors = [
                          {
                            instancePath: t + '/gain',
                            schemaPath: '#/$defs/Gain/required',
                            keyword: 'required',
                            params: { missingProperty: m },
                            message: "must have required property '" + m + "'",
                          },
                        ]),
                        !1
                      );
                    if (f.value !== void 0) {
                      let v = f.value,
                        c = e;
                      if (!(typeof v == 'number' && isFinite(v)))
                        return (
                          (B.errors = [
                            {
                              instancePath: t + '/gain/value',
                              schemaPath: '#/$defs/Gain/properties/value/type',
                              keyword: 'type',
                              params: { type: 'number' },
                              message: 'must be number',
                            },
                          ]),
                          !1
                        );
                      var u = c === e;
                    } else var u = !0;
                    if (u) {
                      if (f.low !== void 0) {
                        let v = f.low,
                          c = e;
                        if (!(typeof v == 'number' && isFinite(v)))
                          return (
                            (B.errors = [
                              {
                                instancePath: t + '/gain/low',
                                schemaPath: '#/$defs/Gain/properties/low/type',
                                keyword: 'type',
                                params: { type: 'number' },
                                message: 'must be number',
                              },
                            ]),
                            !1
                          );
                        var u = c === e;
                      } else var u = !0;
                      if (u) {
                        if (f.high !== void 0) {
                          let v = f.high,
                            c = e;
                          if (!(typeof v == 'number' && isFinite(v)))
                            return (
                              (B.errors = [
                                {
                                  instancePath: t + '/gain/high',
                                  schemaPath: '#/$defs/Gain/properties/high/type',
                                  keyword: 'type',
                                  params: { type: 'number' },
                                  message: 'must be number',
                                },
                              ]),
                              !1
                            );
                          var u = c === e;
                        } else var u = !0;
                        if (u)
                          if (f.level !== void 0) {
                            let v = f.level,
                              c = e;
                            if (!(typeof v == 'number' && isFinite(v)))
                              return (
                                (B.errors = [
                                  {
                                    instancePath: t + '/gain/level',
                                    schemaPath: '#/$defs/Gain/properties/level/type',
                                    keyword: 'type',
                                    params: { type: 'number' },
                                    message: 'must be number',
                                  },
                                ]),
                                !1
                              );
                            var u = c === e;
                          } else var u = !0;
                      }
                    }
                  } else
                    return (
                      (B.errors = [
                        {
                          instancePath: t + '/gain',
                          schemaPath: '#/$defs/Gain/type',
                          keyword: 'type',
                          params: { type: 'object' },
                          message: 'must be object',
                        },
                      ]),
                      !1
                    );
                var i = y === e;
              } else var i = !0;
              if (i) {
                if (r.confidence !== void 0) {
                  let f = r.confidence,
                    y = e;
                  if (e === y)
                    if (typeof f == 'number' && isFinite(f)) {
                      if (f > 1 || isNaN(f))
                        return (
                          (B.errors = [
                            {
                              instancePath: t + '/confidence',
                              schemaPath: '#/properties/confidence/maximum',
                              keyword: 'maximum',
                              params: { comparison: '<=', limit: 1 },
                              message: 'must be <= 1',
                            },
                          ]),
                          !1
                        );
                      if (f < 0 || isNaN(f))
                        return (
                          (B.errors = [
                            {
                              instancePath: t + '/confidence',
                              schemaPath: '#/properties/confidence/minimum',
                              keyword: 'minimum',
                              params: { comparison: '>=', limit: 0 },
                              message: 'must be >= 0',
                            },
                          ]),
                          !1
                        );
                    } else
                      return (
                        (B.errors = [
                          {
                            instancePath: t + '/confidence',
                            schemaPath: '#/properties/confidence/type',
                            keyword: 'type',
                            params: { type: 'number' },
                            message: 'must be number',
                          },
                        ]),
                        !1
                      );
                  var i = y === e;
                } else var i = !0;
                if (i) {
                  if (r.reason !== void 0) {
                    let f = e;
                    if (typeof r.reason != 'string')
                      return (
                        (B.errors = [
                          {
                            instancePath: t + '/reason',
                            schemaPath: '#/properties/reason/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                          },
                        ]),
                        !1
                      );
                    var i = f === e;
                  } else var i = !0;
                  if (i) {
                    if (r.cameraRaw !== void 0) {
                      let f = r.cameraRaw,
                        y = e;
                      if (e === e)
                        if (f && typeof f == 'object' && !Array.isArray(f))
                          for (let m in f) {
                            let v = e;
                            if (typeof f[m] != 'string')
                              return (
                                (B.errors = [
                                  {
                                    instancePath:
                                      t +
                                      '/cameraRaw/' +
                                      m.replace(/~/g, '~0').replace(/\//g, '~1'),
                                    schemaPath:
                                      '#/$defs/CameraRawSettings/additionalProperties/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                  },
                                ]),
                                !1
                              );
                            var n = v === e;
                            if (!n) break;
                          }
                        else
                          return (
                            (B.errors = [
                              {
                                instancePath: t + '/cameraRaw',
                                schemaPath: '#/$defs/CameraRawSettings/type',
                                keyword: 'type',
                                params: { type: 'object' },
                                message: 'must be object',
                              },
                            ]),
                            !1
                          );
                      var i = y === e;
                    } else var i = !0;
                    if (i)
                      if (r.css !== void 0) {
                        let f = e;
                        if (typeof r.css != 'string')
                          return (
                            (B.errors = [
                              {
                                instancePath: t + '/css',
                                schemaPath: '#/properties/css/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string',
                              },
                            ]),
                            !1
                          );
                        var i = f === e;
                      } else var i = !0;
                  }
                }
              }
            }
          }
        }
      }
    } else
      return (
        (B.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((B.errors = s), e === 0);
}
B.evaluated = {
  props: {
    attribute: !0,
    edit: !0,
    text: !0,
    region: !0,
    gain: !0,
    confidence: !0,
    reason: !0,
    cameraRaw: !0,
    css: !0,
  },
  dynamicProps: !1,
  dynamicItems: !1,
};
function ue(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = ue.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let o;
      if (
        (r.edits === void 0 && (o = 'edits')) ||
        (r.text === void 0 && (o = 'text')) ||
        (r.gain === void 0 && (o = 'gain')) ||
        (r.cameraRaw === void 0 && (o = 'cameraRaw'))
      )
        return (
          (ue.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: o },
              message: "must have required property '" + o + "'",
            },
          ]),
          !1
        );
      if (r.edits !== void 0) {
        let f = r.edits,
          y = e;
        if (e === y)
          if (Array.isArray(f)) {
            var i = !0;
            let h = f.length;
            for (let a = 0; a < h; a++) {
              let m = e;
              we(f[a], {
                instancePath: t + '/edits/' + a,
                parentData: f,
                parentDataProperty: a,
                rootData: x,
                dynamicAnchors: N,
              }) || ((s = s === null ? we.errors : s.concat(we.errors)), (e = s.length));
              var i = m === e;
              if (!i) break;
            }
          } else
            return (
              (ue.errors = [
                {
                  instancePath: t + '/edits',
                  schemaPath: '#/properties/edits/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                },
              ]),
              !1
            );
        var p = y === e;
      } else var p = !0;
      if (p) {
        if (r.text !== void 0) {
          let f = e;
          if (typeof r.text != 'string')
            return (
              (ue.errors = [
                {
                  instancePath: t + '/text',
                  schemaPath: '#/properties/text/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                },
              ]),
              !1
            );
          var p = f === e;
        } else var p = !0;
        if (p) {
          if (r.gain !== void 0) {
            let f = r.gain,
              y = e;
            if (e === e)
              if (f && typeof f == 'object' && !Array.isArray(f)) {
                let m;
                if (
                  (f.value === void 0 && (m = 'value')) ||
                  (f.low === void 0 && (m = 'low')) ||
                  (f.high === void 0 && (m = 'high')) ||
                  (f.level === void 0 && (m = 'level'))
                )
                  return (
                    (ue.errors = [
                      {
                        instancePath: t + '/gain',
                        schemaPath: '#/$defs/Gain/required',
                        keyword: 'required',
                        params: { missingProperty: m },
                        message: "must have required property '" + m + "'",
                      },
                    ]),
                    !1
                  );
                if (f.value !== void 0) {
                  let v = f.value,
                    c = e;
                  if (!(typeof v == 'number' && isFinite(v)))
                    return (
                      (ue.errors = [
                        {
                          instancePath: t + '/gain/value',
                          schemaPath: '#/$defs/Gain/properties/value/type',
                          keyword: 'type',
                          params: { type: 'number' },
                          message: 'must be number',
                        },
                      ]),
                      !1
                    );
                  var u = c === e;
                } else var u = !0;
                if (u) {
                  if (f.low !== void 0) {
                    let v = f.low,
                      c = e;
                    if (!(typeof v == 'number' && isFinite(v)))
                      return (
                        (ue.errors = [
                          {
                            instancePath: t + '/gain/low',
                            schemaPath: '#/$defs/Gain/properties/low/type',
                            keyword: 'type',
                            params: { type: 'number' },
                            message: 'must be number',
                          },
                        ]),
                        !1
                      );
                    var u = c === e;
                  } else var u = !0;
                  if (u) {
                    if (f.high !== void 0) {
                      let v = f.high,
                        c = e;
                      if (!(typeof v == 'number' && isFinite(v)))
                        return (
                          (ue.errors = [
                            {
                              instancePath: t + '/gain/high',
                              schemaPath: '#/$defs/Gain/properties/high/type',
                              keyword: 'type',
                              params: { type: 'number' },
                              message: 'must be number',
                            },
                          ]),
                          !1
                        );
                      var u = c === e;
                    } else var u = !0;
                    if (u)
                      if (f.level !== void 0) {
                        let v = f.level,
                          c = e;
                        if (!(typeof v == 'number' && isFinite(v)))
                          return (
                            (ue.errors = [
                              {
                                instancePath: t + '/gain/level',
                                schemaPath: '#/$defs/Gain/properties/level/type',
                                keyword: 'type',
                                params: { type: 'number' },
                                message: 'must be number',
                              },
                            ]),
                            !1
                          );
                        var u = c === e;
                      } else var u = !0;
                  }
                }
              } else
                return (
                  (ue.errors = [
                    {
                      instancePath: t + '/gain',
                      schemaPath: '#/$defs/Gain/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    },
                  ]),
                  !1
                );
            var p = y === e;
          } else var p = !0;
          if (p)
            if (r.cameraRaw !== void 0) {
              let f = r.cameraRaw,
                y = e;
              if (e === e)
                if (f && typeof f == 'object' && !Array.isArray(f))
                  for (let m in f) {
                    let v = e;
                    if (typeof f[m] != 'string')
                      return (
                        (ue.errors = [
                          {
                            instancePath:
                              t + '/cameraRaw/' + m.replace(/~/g, '~0').replace(/\//g, '~1'),
                            schemaPath: '#/$defs/CameraRawSettings/additionalProperties/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                          },
                        ]),
                        !1
                      );
                    var n = v === e;
                    if (!n) break;
                  }
                else
                  return (
                    (ue.errors = [
                      {
                        instancePath: t + '/cameraRaw',
                        schemaPath: '#/$defs/CameraRawSettings/type',
                        keyword: 'type',
                        params: { type: 'object' },
                        message: 'must be object',
                      },
                    ]),
                    !1
                  );
              var p = y === e;
            } else var p = !0;
        }
      }
    } else
      return (
        (ue.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((ue.errors = s), e === 0);
}
ue.evaluated = {
  props: { edits: !0, text: !0, gain: !0, cameraRaw: !0 },
  dynamicProps: !1,
  dynamicItems: !1,
};
var Qe = {
  description: 'An edit that was tried, and what came of it.',
  type: 'object',
  required: ['edit', 'attribute', 'confidence', 'gain', 'verdict', 'witnesses'],
  properties: {
    edit: { $ref: '#/$defs/Edit' },
    attribute: { description: 'Id of the attribute that it would mend.', type: 'string' },
    confidence: {
      description: 'That the picture is better for it, 4 decimals.',
      type: 'number',
      minimum: 0,
      maximum: 1,
    },
    gain: { description: 'Points of the score, 2 decimals.', type: 'number' },
    verdict: {
      description:
        'suggested; too-little: it gains too little; unsure: it is too unlikely to help; reading: what it should mend reads no better; second-reader: another reader finds the picture less natural; weaker: another edit of this sort gains more.',
      type: 'string',
      enum: ['suggested', 'too-little', 'unsure', 'reading', 'second-reader', 'weaker'],
    },
    witnesses: {
      description: 'What the confidence and the gain were found from, by name.',
      type: 'object',
      additionalProperties: { type: 'number' },
    },
  },
};
function fe(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = fe.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let u;
      if (
        (r.edit === void 0 && (u = 'edit')) ||
        (r.attribute === void 0 && (u = 'attribute')) ||
        (r.confidence === void 0 && (u = 'confidence')) ||
        (r.gain === void 0 && (u = 'gain')) ||
        (r.verdict === void 0 && (u = 'verdict')) ||
        (r.witnesses === void 0 && (u = 'witnesses'))
      )
        return (
          (fe.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: u },
              message: "must have required property '" + u + "'",
            },
          ]),
          !1
        );
      if (r.edit !== void 0) {
        let n = e;
        we(r.edit, {
          instancePath: t + '/edit',
          parentData: r,
          parentDataProperty: 'edit',
          rootData: x,
          dynamicAnchors: N,
        }) || ((s = s === null ? we.errors : s.concat(we.errors)), (e = s.length));
        var i = n === e;
      } else var i = !0;
      if (i) {
        if (r.attribute !== void 0) {
          let n = e;
          if (typeof r.attribute != 'string')
            return (
              (fe.errors = [
                {
                  instancePath: t + '/attribute',
                  schemaPath: '#/properties/attribute/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                },
              ]),
              !1
            );
          var i = n === e;
        } else var i = !0;
        if (i) {
          if (r.confidence !== void 0) {
            let n = r.confidence,
              o = e;
            if (e === o)
              if (typeof n == 'number' && isFinite(n)) {
                if (n > 1 || isNaN(n))
                  return (
                    (fe.errors = [
                      {
                        instancePath: t + '/confidence',
                        schemaPath: '#/properties/confidence/maximum',
                        keyword: 'maximum',
                        params: { comparison: '<=', limit: 1 },
                        message: 'must be <= 1',
                      },
                    ]),
                    !1
                  );
                if (n < 0 || isNaN(n))
                  return (
                    (fe.errors = [
                      {
                        instancePath: t + '/confidence',
                        schemaPath: '#/properties/confidence/minimum',
                        keyword: 'minimum',
                        params: { comparison: '>=', limit: 0 },
                        message: 'must be >= 0',
                      },
                    ]),
                    !1
                  );
              } else
                return (
                  (fe.errors = [
                    {
                      instancePath: t + '/confidence',
                      schemaPath: '#/properties/confidence/type',
                      keyword: 'type',
                      params: { type: 'number' },
                      message: 'must be number',
                    },
                  ]),
                  !1
                );
            var i = o === e;
          } else var i = !0;
          if (i) {
            if (r.gain !== void 0) {
              let n = r.gain,
                o = e;
              if (!(typeof n == 'number' && isFinite(n)))
                return (
                  (fe.errors = [
                    {
                      instancePath: t + '/gain',
                      schemaPath: '#/properties/gain/type',
                      keyword: 'type',
                      params: { type: 'number' },
                      message: 'must be number',
                    },
                  ]),
                  !1
                );
              var i = o === e;
            } else var i = !0;
            if (i) {
              if (r.verdict !== void 0) {
                let n = r.verdict,
                  o = e;
                if (typeof n != 'string')
                  return (
                    (fe.errors = [
                      {
                        instancePath: t + '/verdict',
                        schemaPath: '#/properties/verdict/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ]),
                    !1
                  );
                if (!(
                  n === 'suggested' ||
                  n === 'too-little' ||
                  n === 'unsure' ||
                  n === 'reading' ||
                  n === 'second-reader' ||
                  n === 'weaker'
                ))
                  return (
                    (fe.errors = [
                      {
                        instancePath: t + '/verdict',
                        schemaPath: '#/properties/verdict/enum',
                        keyword: 'enum',
                        params: { allowedValues: Qe.properties.verdict.enum },
                        message: 'must be equal to one of the allowed values',
                      },
                    ]),
                    !1
                  );
                var i = o === e;
              } else var i = !0;
              if (i)
                if (r.witnesses !== void 0) {
                  let n = r.witnesses,
                    o = e;
                  if (e === o)
                    if (n && typeof n == 'object' && !Array.isArray(n))
                      for (let y in n) {
                        let h = n[y],
                          a = e;
                        if (!(typeof h == 'number' && isFinite(h)))
                          return (
                            (fe.errors = [
                              {
                                instancePath:
                                  t + '/witnesses/' + y.replace(/~/g, '~0').replace(/\//g, '~1'),
                                schemaPath: '#/properties/witnesses/additionalProperties/type',
                                keyword: 'type',
                                params: { type: 'number' },
                                message: 'must be number',
                              },
                            ]),
                            !1
                          );
                        var p = a === e;
                        if (!p) break;
                      }
                    else
                      return (
                        (fe.errors = [
                          {
                            instancePath: t + '/witnesses',
                            schemaPath: '#/properties/witnesses/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                          },
                        ]),
                        !1
                      );
                  var i = o === e;
                } else var i = !0;
            }
          }
        }
      }
    } else
      return (
        (fe.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((fe.errors = s), e === 0);
}
fe.evaluated = {
  props: { edit: !0, attribute: !0, confidence: !0, gain: !0, verdict: !0, witnesses: !0 },
  dynamicProps: !1,
  dynamicItems: !1,
};
function ye(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = ye.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let f;
      if (
        (r.suggestions === void 0 && (f = 'suggestions')) ||
        (r.advice === void 0 && (f = 'advice')) ||
        (r.tried === void 0 && (f = 'tried'))
      )
        return (
          (ye.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: f },
              message: "must have required property '" + f + "'",
            },
          ]),
          !1
        );
      if (r.suggestions !== void 0) {
        let y = r.suggestions,
          h = e;
        if (e === h)
          if (Array.isArray(y)) {
            var i = !0;
            let a = y.length;
            for (let m = 0; m < a; m++) {
              let v = e;
              B(y[m], {
                instancePath: t + '/suggestions/' + m,
                parentData: y,
                parentDataProperty: m,
                rootData: x,
                dynamicAnchors: N,
              }) || ((s = s === null ? B.errors : s.concat(B.errors)), (e = s.length));
              var i = v === e;
              if (!i) break;
            }
          } else
            return (
              (ye.errors = [
                {
                  instancePath: t + '/suggestions',
                  schemaPath: '#/properties/suggestions/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                },
              ]),
              !1
            );
        var p = h === e;
      } else var p = !0;
      if (p) {
        if (r.plan !== void 0) {
          let y = e;
          ue(r.plan, {
            instancePath: t + '/plan',
            parentData: r,
            parentDataProperty: 'plan',
            rootData: x,
            dynamicAnchors: N,
          }) || ((s = s === null ? ue.errors : s.concat(ue.errors)), (e = s.length));
          var p = y === e;
        } else var p = !0;
        if (p) {
          if (r.advice !== void 0) {
            let y = r.advice,
              h = e;
            if (e === h)
              if (Array.isArray(y)) {
                var u = !0;
                let m = y.length;
                for (let v = 0; v < m; v++) {
                  let c = y[v],
                    l = e;
                  if (e === e)
                    if (c && typeof c == 'object' && !Array.isArray(c)) {
                      let _;
                      if (
                        (c.attribute === void 0 && (_ = 'attribute')) ||
                        (c.text === void 0 && (_ = 'text'))
                      )
                        return (
                          (ye.errors = [
                            {
                              instancePath: t + '/advice/' + v,
                              schemaPath: '#/$defs/Advice/required',
                              keyword: 'required',
                              params: { missingProperty: _ },
                              message: "must have required property '" + _ + "'",
                            },
                          ]),
                          !1
                        );
                      if (c.attribute !== void 0) {
                        let w = e;
                        if (typeof c.attribute != 'string')
                          return (
                            (ye.errors = [
                              {
                                instancePath: t + '/advice/' + v + '/attribute',
                                schemaPath: '#/$defs/Advice/properties/attribute/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string',
                              },
                            ]),
                            !1
                          );
                        var n = w === e;
                      } else var n = !0;
                      if (n)
                        if (c.text !== void 0) {
                          let w = e;
                          if (typeof c.text != 'string')
                            return (
                              (ye.errors = [
                                {
                                  instancePath: t + '/advice/' + v + '/text',
                                  schemaPath: '#/$defs/Advice/properties/text/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                  message: 'must be string',
                                },
                              ]),
                              !1
                            );
                          var n = w === e;
                        } else var n = !0;
                    } else
                      return (
                        (ye.errors = [
                          {
                            instancePath: t + '/advice/' + v,
                            schemaPath: '#/$defs/Advice/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                          },
                        ]),
                        !1
                      );
                  var u = l === e;
                  if (!u) break;
                }
              } else
                return (
                  (ye.errors = [
                    {
                      instancePath: t + '/advice',
                      schemaPath: '#/properties/advice/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                    },
                  ]),
                  !1
                );
            var p = h === e;
          } else var p = !0;
          if (p)
            if (r.tried !== void 0) {
              let y = r.tried,
                h = e;
              if (e === h)
                if (Array.isArray(y)) {
                  var o = !0;
                  let m = y.length;
                  for (let v = 0; v < m; v++) {
                    let c = e;
                    fe(y[v], {
                      instancePath: t + '/tried/' + v,
                      parentData: y,
                      parentDataProperty: v,
                      rootData: x,
                      dynamicAnchors: N,
                    }) || ((s = s === null ? fe.errors : s.concat(fe.errors)), (e = s.length));
                    var o = c === e;
                    if (!o) break;
                  }
                } else
                  return (
                    (ye.errors = [
                      {
                        instancePath: t + '/tried',
                        schemaPath: '#/properties/tried/type',
                        keyword: 'type',
                        params: { type: 'array' },
                        message: 'must be array',
                      },
                    ]),
                    !1
                  );
              var p = h === e;
            } else var p = !0;
        }
      }
    } else
      return (
        (ye.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((ye.errors = s), e === 0);
}
ye.evaluated = {
  props: { suggestions: !0, plan: !0, advice: !0, tried: !0 },
  dynamicProps: !1,
  dynamicItems: !1,
};
function E(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = E.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let j;
      if (
        (r.status === void 0 && (j = 'status')) ||
        (r.source === void 0 && (j = 'source')) ||
        (r.picture === void 0 && (j = 'picture')) ||
        (r.domain === void 0 && (j = 'domain')) ||
        (r.attributes === void 0 && (j = 'attributes')) ||
        (r.findings === void 0 && (j = 'findings')) ||
        (r.stamps === void 0 && (j = 'stamps'))
      )
        return (
          (E.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: j },
              message: "must have required property '" + j + "'",
            },
          ]),
          !1
        );
      if (r.status !== void 0) {
        let b = e;
        if (r.status !== 'ok')
          return (
            (E.errors = [
              {
                instancePath: t + '/status',
                schemaPath: '#/properties/status/const',
                keyword: 'const',
                params: { allowedValue: 'ok' },
                message: 'must be equal to constant',
              },
            ]),
            !1
          );
        var i = b === e;
      } else var i = !0;
      if (i) {
        if (r.source !== void 0) {
          let b = r.source,
            A = e;
          if (e === e)
            if (b && typeof b == 'object' && !Array.isArray(b)) {
              let F;
              if (b.kind === void 0 && (F = 'kind'))
                return (
                  (E.errors = [
                    {
                      instancePath: t + '/source',
                      schemaPath: '#/$defs/Source/required',
                      keyword: 'required',
                      params: { missingProperty: F },
                      message: "must have required property '" + F + "'",
                    },
                  ]),
                  !1
                );
              if (b.kind !== void 0) {
                let $ = b.kind,
                  S = e;
                if (typeof $ != 'string')
                  return (
                    (E.errors = [
                      {
                        instancePath: t + '/source/kind',
                        schemaPath: '#/$defs/Source/properties/kind/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ]),
                    !1
                  );
                if (!($ === 'path' || $ === 'bytes' || $ === 'stream' || $ === 'pixels'))
                  return (
                    (E.errors = [
                      {
                        instancePath: t + '/source/kind',
                        schemaPath: '#/$defs/Source/properties/kind/enum',
                        keyword: 'enum',
                        params: { allowedValues: ze.properties.kind.enum },
                        message: 'must be equal to one of the allowed values',
                      },
                    ]),
                    !1
                  );
                var p = S === e;
              } else var p = !0;
              if (p) {
                if (b.path !== void 0) {
                  let $ = e;
                  if (typeof b.path != 'string')
                    return (
                      (E.errors = [
                        {
                          instancePath: t + '/source/path',
                          schemaPath: '#/$defs/Source/properties/path/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        },
                      ]),
                      !1
                    );
                  var p = $ === e;
                } else var p = !0;
                if (p)
                  if (b.name !== void 0) {
                    let $ = e;
                    if (typeof b.name != 'string')
                      return (
                        (E.errors = [
                          {
                            instancePath: t + '/source/name',
                            schemaPath: '#/$defs/Source/properties/name/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                          },
                        ]),
                        !1
                      );
                    var p = $ === e;
                  } else var p = !0;
              }
            } else
              return (
                (E.errors = [
                  {
                    instancePath: t + '/source',
                    schemaPath: '#/$defs/Source/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  },
                ]),
                !1
              );
          var i = A === e;
        } else var i = !0;
        if (i) {
          if (r.picture !== void 0) {
            let b = e;
            ee(r.picture, {
              instancePath: t + '/picture',
              parentData: r,
              parentDataProperty: 'picture',
              rootData: x,
              dynamicAnchors: N,
            }) || ((s = s === null ? ee.errors : s.concat(ee.errors)), (e = s.length));
            var i = b === e;
          } else var i = !0;
          if (i) {
            if (r.domain !== void 0) {
              let b = r.domain,
                A = e;
              if (e === e)
                if (b && typeof b == 'object' && !Array.isArray(b)) {
                  let F;
                  if (
                    (b.id === void 0 && (F = 'id')) ||
                    (b.confidence === void 0 && (F = 'confidence'))
                  )
                    return (
                      (E.errors = [
                        {
                          instancePath: t + '/domain',
                          schemaPath: '#/$defs/Domain/required',
                          keyword: 'required',
                          params: { missingProperty: F },
                          message: "must have required property '" + F + "'",
                        },
                      ]),
                      !1
                    );
                  if (b.id !== void 0) {
                    let $ = b.id,
                      S = e;
                    if (typeof $ != 'string')
                      return (
                        (E.errors = [
                          {
                            instancePath: t + '/domain/id',
                            schemaPath: '#/$defs/Domain/properties/id/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                          },
                        ]),
                        !1
                      );
                    if (!($ === 'photograph' || $ === 'artwork' || $ === 'interface'))
                      return (
                        (E.errors = [
                          {
                            instancePath: t + '/domain/id',
                            schemaPath: '#/$defs/Domain/properties/id/enum',
                            keyword: 'enum',
                            params: { allowedValues: Xe.properties.id.enum },
                            message: 'must be equal to one of the allowed values',
                          },
                        ]),
                        !1
                      );
                    var u = S === e;
                  } else var u = !0;
                  if (u)
                    if (b.confidence !== void 0) {
                      let $ = b.confidence,
                        S = e;
                      if (e === S)
                        if (typeof $ == 'number' && isFinite($)) {
                          if ($ > 1 || isNaN($))
                            return (
                              (E.errors = [
                                {
                                  instancePath: t + '/domain/confidence',
                                  schemaPath: '#/$defs/Domain/properties/confidence/maximum',
                                  keyword: 'maximum',
                                  params: { comparison: '<=', limit: 1 },
                                  message: 'must be <= 1',
                                },
                              ]),
                              !1
                            );
                          if ($ < 0 || isNaN($))
                            return (
                              (E.errors = [
                                {
                                  instancePath: t + '/domain/confidence',
                                  schemaPath: '#/$defs/Domain/properties/confidence/minimum',
                                  keyword: 'minimum',
                                  params: { comparison: '>=', limit: 0 },
                                  message: 'must be >= 0',
                                },
                              ]),
                              !1
                            );
                        } else
                          return (
                            (E.errors = [
                              {
                                instancePath: t + '/domain/confidence',
                                schemaPath: '#/$defs/Domain/properties/confidence/type',
                                keyword: 'type',
                                params: { type: 'number' },
                                message: 'must be number',
                              },
                            ]),
                            !1
                          );
                      var u = S === e;
                    } else var u = !0;
                } else
                  return (
                    (E.errors = [
                      {
                        instancePath: t + '/domain',
                        schemaPath: '#/$defs/Domain/type',
                        keyword: 'type',
                        params: { type: 'object' },
                        message: 'must be object',
                      },
                    ]),
                    !1
                  );
              var i = A === e;
            } else var i = !0;
            if (i) {
              if (r.score !== void 0) {
                let b = e;
                O(r.score, {
                  instancePath: t + '/score',
                  parentData: r,
                  parentDataProperty: 'score',
                  rootData: x,
                  dynamicAnchors: N,
                }) || ((s = s === null ? O.errors : s.concat(O.errors)), (e = s.length));
                var i = b === e;
              } else var i = !0;
              if (i) {
                if (r.attributes !== void 0) {
                  let b = r.attributes,
                    A = e;
                  if (e === A)
                    if (Array.isArray(b)) {
                      var n = !0;
                      let ae = b.length;
                      for (let F = 0; F < ae; F++) {
                        let $ = e;
                        Ie(b[F], {
                          instancePath: t + '/attributes/' + F,
                          parentData: b,
                          parentDataProperty: F,
                          rootData: x,
                          dynamicAnchors: N,
                        }) || ((s = s === null ? Ie.errors : s.concat(Ie.errors)), (e = s.length));
                        var n = $ === e;
                        if (!n) break;
                      }
                    } else
                      return (
                        (E.errors = [
                          {
                            instancePath: t + '/attributes',
                            schemaPath: '#/properties/attributes/type',
                            keyword: 'type',
                            params: { type: 'array' },
                            message: 'must be array',
                          },
                        ]),
                        !1
                      );
                  var i = A === e;
                } else var i = !0;
                if (i) {
                  if (r.findings !== void 0) {
                    let b = r.findings,
                      A = e;
                    if (e === A)
                      if (Array.isArray(b)) {
                        var o = !0;
                        let ae = b.length;
                        for (let F = 0; F < ae; F++) {
                          let $ = e;
                          me(b[F], {
                            instancePath: t + '/findings/' + F,
                            parentData: b,
                            parentDataProperty: F,
                            rootData: x,
                            dynamicAnchors: N,
                          }) ||
                            ((s = s === null ? me.errors : s.concat(me.errors)), (e = s.length));
                          var o = $ === e;
                          if (!o) break;
                        }
                      } else
                        return (
                          (E.errors = [
                            {
                              instancePath: t + '/findings',
                              schemaPath: '#/properties/findings/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array',
                            },
                          ]),
                          !1
                        );
                    var i = A === e;
                  } else var i = !0;
                  if (i) {
                    if (r.features !== void 0) {
                      let b = r.features,
                        A = e;
                      if (e === e)
                        if (b && typeof b == 'object' && !Array.isArray(b)) {
                          let F;
                          if (
                            (b.head === void 0 && (F = 'head')) ||
                            (b.headDeviation === void 0 && (F = 'headDeviation')) ||
                            (b.classes === void 0 && (F = 'classes')) ||
                            (b.low === void 0 && (F = 'low')) ||
                            (b.middle === void 0 && (F = 'middle')) ||
                            (b.high === void 0 && (F = 'high')) ||
                            (b.thematic === void 0 && (F = 'thematic')) ||
                            (b.strength === void 0 && (F = 'strength'))
                          )
                            return (
                              (E.errors = [
                                {
                                  instancePath: t + '/features',
                                  schemaPath: '#/$defs/Features/required',
                                  keyword: 'required',
                                  params: { missingProperty: F },
                                  message: "must have required property '" + F + "'",
                                },
                              ]),
                              !1
                            );
                          if (b.head !== void 0) {
                            let $ = b.head,
                              S = e;
                            if (e === S)
                              if (Array.isArray($)) {
                                var f = !0;
                                let oe = $.length;
                                for (let z = 0; z < oe; z++) {
                                  let D = $[z],
                                    M = e;
                                  if (!(typeof D == 'number' && isFinite(D)))
                                    return (
                                      (E.errors = [
                                        {
                                          instancePath: t + '/features/head/' + z,
                                          schemaPath: '#/$defs/Features/properties/head/items/type',
                                          keyword: 'type',
                                          params: { type: 'number' },
                                          message: 'must be number',
                                        },
                                      ]),
                                      !1
                                    );
                                  var f = M === e;
                                  if (!f) break;
                                }
                              } else
                                return (
                                  (E.errors = [
                                    {
                                      instancePath: t + '/features/head',
                                      schemaPath: '#/$defs/Features/properties/head/type',
                                      keyword: 'type',
                                      params: { type: 'array' },
                                      message: 'must be array',
                                    },
                                  ]),
                                  !1
                                );
                            var y = S === e;
                          } else var y = !0;
                          if (y) {
                            if (b.headDeviation !== void 0) {
                              let $ = b.headDeviation,
                                S = e;
                              if (e === S)
                                if (Array.isArray($)) {
                                  var h = !0;
                                  let z = $.length;
                                  for (let D = 0; D < z; D++) {
                                    let M = $[D],
                                      re = e;
                                    if (!(typeof M == 'number' && isFinite(M)))
                                      return (
                                        (E.errors = [
                                          {
                                            instancePath: t + '/features/headDeviation/' + D,
                                            schemaPath:
                                              '#/$defs/Features/properties/headDeviation/items/type',
                                            keyword: 'type',
                                            params: { type: 'number' },
                                            message: 'must be number',
                                          },
                                        ]),
                                        !1
                                      );
                                    var h = re === e;
                                    if (!h) break;
                                  }
                                } else
                                  return (
                                    (E.errors = [
                                      {
                                        instancePath: t + '/features/headDeviation',
                                        schemaPath:
                                          '#/$defs/Features/properties/headDeviation/type',
                                        keyword: 'type',
                                        params: { type: 'array' },
                                        message: 'must be array',
                                      },
                                    ]),
                                    !1
                                  );
                              var y = S === e;
                            } else var y = !0;
                            if (y) {
                              if (b.classes !== void 0) {
                                let $ = b.classes,
                                  S = e;
                                if (e === S)
                                  if (Array.isArray($)) {
                                    var a = !0;
                                    let z = $.length;
                                    for (let D = 0; D < z; D++) {
                                      let M = $[D],
                                        re = e;
                                      if (!(typeof M == 'number' && isFinite(M)))
                                        return (
                                          (E.errors = [
                                            {
                                              instancePath: t + '/features/classes/' + D,
                                              schemaPath:
                                                '#/$defs/Features/properties/classes/items/type',
                                              keyword: 'type',
                                              params: { type: 'number' },
                                              message: 'must be number',
                                            },
                                          ]),
                                          !1
                                        );
                                      var a = re === e;
                                      if (!a) break;
                                    }
                                  } else
                                    return (
                                      (E.errors = [
                                        {
                                          instancePath: t + '/features/classes',
                                          schemaPath: '#/$defs/Features/properties/classes/type',
                                          keyword: 'type',
                                          params: { type: 'array' },
                                          message: 'must be array',
                                        },
                                      ]),
                                      !1
                                    );
                                var y = S === e;
                              } else var y = !0;
                              if (y) {
                                if (b.low !== void 0) {
                                  let $ = b.low,
                                    S = e;
                                  if (e === S)
                                    if (Array.isArray($)) {
                                      var m = !0;
                                      let z = $.length;
                                      for (let D = 0; D < z; D++) {
                                        let M = $[D],
                                          re = e;
                                        if (!(typeof M == 'number' && isFinite(M)))
                                          return (
                                            (E.errors = [
                                              {
                                                instancePath: t + '/features/low/' + D,
                                                schemaPath:
                                                  '#/$defs/Features/properties/low/items/type',
                                                keyword: 'type',
                                                params: { type: 'number' },
                                                message: 'must be number',
                                              },
                                            ]),
                                            !1
                                          );
                                        var m = re === e;
                                        if (!m) break;
                                      }
                                    } else
                                      return (
                                        (E.errors = [
                                          {
                                            instancePath: t + '/features/low',
                                            schemaPath: '#/$defs/Features/properties/low/type',
                                            keyword: 'type',
                                            params: { type: 'array' },
                                            message: 'must be array',
                                          },
                                        ]),
                                        !1
                                      );
                                  var y = S === e;
                                } else var y = !0;
                                if (y) {
                                  if (b.middle !== void 0) {
                                    let $ = b.middle,
                                      S = e;
                                    if (e === S)
                                      if (Array.isArray($)) {
                                        var v = !0;
                                        let z = $.length;
                                        for (let D = 0; D < z; D++) {
                                          let M = $[D],
                                            re = e;
                                          if (!(typeof M == 'number' && isFinite(M)))
                                            return (
                                              (E.errors = [
                                                {
                                                  instancePath: t + '/features/middle/' + D,
                                                  schemaPath:
                                                    '#/$defs/Features/properties/middle/items/type',
                                                  keyword: 'type',
                                                  params: { type: 'number' },
                                                  message: 'must be number',
                                                },
                                              ]),
                                              !1
                                            );
                                          var v = re === e;
                                          if (!v) break;
                                        }
                                      } else
                                        return (
                                          (E.errors = [
                                            {
                                              instancePath: t + '/features/middle',
                                              schemaPath: '#/$defs/Features/properties/middle/type',
                                              keyword: 'type',
                                              params: { type: 'array' },
                                              message: 'must be array',
                                            },
                                          ]),
                                          !1
                                        );
                                    var y = S === e;
                                  } else var y = !0;
                                  if (y) {
                                    if (b.high !== void 0) {
                                      let $ = b.high,
                                        S = e;
                                      if (e === S)
                                        if (Array.isArray($)) {
                                          var c = !0;
                                          let z = $.length;
                                          for (let D = 0; D < z; D++) {
                                            let M = $[D],
                                              re = e;
                                            if (!(typeof M == 'number' && isFinite(M)))
                                              return (
                                                (E.errors = [
                                                  {
                                                    instancePath: t + '/features/high/' + D,
                                                    schemaPath:
                                                      '#/$defs/Features/properties/high/items/type',
                                                    keyword: 'type',
                                                    params: { type: 'number' },
                                                    message: 'must be number',
                                                  },
                                                ]),
                                                !1
                                              );
                                            var c = re === e;
                                            if (!c) break;
                                          }
                                        } else
                                          return (
                                            (E.errors = [
                                              {
                                                instancePath: t + '/features/high',
                                                schemaPath: '#/$defs/Features/properties/high/type',
                                                keyword: 'type',
                                                params: { type: 'array' },
                                                message: 'must be array',
                                              },
                                            ]),
                                            !1
                                          );
                                      var y = S === e;
                                    } else var y = !0;
                                    if (y) {
                                      if (b.thematic !== void 0) {
                                        let $ = b.thematic,
                                          S = e;
                                        if (e === S)
                                          if (Array.isArray($)) {
                                            var l = !0;
                                            let z = $.length;
                                            for (let D = 0; D < z; D++) {
                                              let M = $[D],
                                                re = e;
                                              if (!(typeof M == 'number' && isFinite(M)))
                                                return (
                                                  (E.errors = [
                                                    {
                                                      instancePath: t + '/features/thematic/' + D,
                                                      schemaPath:
                                                        '#/$defs/Features/properties/thematic/items/type',
                                                      keyword: 'type',
                                                      params: { type: 'number' },
                                                      message: 'must be number',
                                                    },
                                                  ]),
                                                  !1
                                                );
                                              var l = re === e;
                                              if (!l) break;
                                            }
                                          } else
                                            return (
                                              (E.errors = [
                                                {
                                                  instancePath: t + '/features/thematic',
                                                  schemaPath:
                                                    '#/$defs/Features/properties/thematic/type',
                                                  keyword: 'type',
                                                  params: { type: 'array' },
                                                  message: 'must be array',
                                                },
                                              ]),
                                              !1
                                            );
                                        var y = S === e;
                                      } else var y = !0;
                                      if (y)
                                        if (b.strength !== void 0) {
                                          let $ = b.strength,
                                            S = e;
                                          if (e === S)
                                            if (Array.isArray($)) {
                                              var d = !0;
                                              let z = $.length;
                                              for (let D = 0; D < z; D++) {
                                                let M = $[D],
                                                  re = e;
                                                if (!(typeof M == 'number' && isFinite(M)))
                                                  return (
                                                    (E.errors = [
                                                      {
                                                        instancePath: t + '/features/strength/' + D,
                                                        schemaPath:
                                                          '#/$defs/Features/properties/strength/items/type',
                                                        keyword: 'type',
                                                        params: { type: 'number' },
                                                        message: 'must be number',
                                                      },
                                                    ]),
                                                    !1
                                                  );
                                                var d = re === e;
                                                if (!d) break;
                                              }
                                            } else
                                              return (
                                                (E.errors = [
                                                  {
                                                    instancePath: t + '/features/strength',
                                                    schemaPath:
                                                      '#/$defs/Features/properties/strength/type',
                                                    keyword: 'type',
                                                    params: { type: 'array' },
                                                    message: 'must be array',
                                                  },
                                                ]),
                                                !1
                                              );
                                          var y = S === e;
                                        } else var y = !0;
                                    }
                                  }
                                }
                              }
                            }
                          }
                        } else
                          return (
                            (E.errors = [
                              {
                                instancePath: t + '/features',
                                schemaPath: '#/$defs/Features/type',
                                keyword: 'type',
                                params: { type: 'object' },
                                message: 'must be object',
                              },
                            ]),
                            !1
                          );
                      var i = A === e;
                    } else var i = !0;
                    if (i) {
                      if (r.rank !== void 0) {
                        let b = r.rank,
                          A = e;
                        if (e === e)
                          if (b && typeof b == 'object' && !Array.isArray(b)) {
                            let F;
                            if (
                              (b.position === void 0 && (F = 'position')) ||
                              (b.of === void 0 && (F = 'of')) ||
                              (b.percentile === void 0 && (F = 'percentile'))
                            )
                              return (
                                (E.errors = [
                                  {
                                    instancePath: t + '/rank',
                                    schemaPath: '#/$defs/Rank/required',
                                    keyword: 'required',
                                    params: { missingProperty: F },
                                    message: "must have required property '" + F + "'",
                                  },
                                ]),
                                !1
                              );
                            if (b.position !== void 0) {
                              let $ = b.position,
                                S = e;
                              if (!(typeof $ == 'number' && !($ % 1) && !isNaN($) && isFinite($)))
                                return (
                                  (E.errors = [
                                    {
                                      instancePath: t + '/rank/position',
                                      schemaPath: '#/$defs/Rank/properties/position/type',
                                      keyword: 'type',
                                      params: { type: 'integer' },
                                      message: 'must be integer',
                                    },
                                  ]),
                                  !1
                                );
                              if (
                                e === S &&
                                typeof $ == 'number' &&
                                isFinite($) &&
                                ($ < 1 || isNaN($))
                              )
                                return (
                                  (E.errors = [
                                    {
                                      instancePath: t + '/rank/position',
                                      schemaPath: '#/$defs/Rank/properties/position/minimum',
                                      keyword: 'minimum',
                                      params: { comparison: '>=', limit: 1 },
                                      message: 'must be >= 1',
                                    },
                                  ]),
                                  !1
                                );
                              var g = S === e;
                            } else var g = !0;
                            if (g) {
                              if (b.of !== void 0) {
                                let $ = b.of,
                                  S = e;
                                if (!(typeof $ == 'number' && !($ % 1) && !isNaN($) && isFinite($)))
                                  return (
                                    (E.errors = [
                                      {
                                        instancePath: t + '/rank/of',
                                        schemaPath: '#/$defs/Rank/properties/of/type',
                                        keyword: 'type',
                                        params: { type: 'integer' },
                                        message: 'must be integer',
                                      },
                                    ]),
                                    !1
                                  );
                                if (
                                  e === S &&
                                  typeof $ == 'number' &&
                                  isFinite($) &&
                                  ($ < 1 || isNaN($))
                                )
                                  return (
                                    (E.errors = [
                                      {
                                        instancePath: t + '/rank/of',
                                        schemaPath: '#/$defs/Rank/properties/of/minimum',
                                        keyword: 'minimum',
                                        params: { comparison: '>=', limit: 1 },
                                        message: 'must be >= 1',
                                      },
                                    ]),
                                    !1
                                  );
                                var g = S === e;
                              } else var g = !0;
                              if (g)
                                if (b.percentile !== void 0) {
                                  let $ = b.percentile,
                                    S = e,
                                    oe = e,
                                    z = !1,
                                    D = null,
                                    M = e;
                                  if (e === M)
                                    if (typeof $ == 'number' && isFinite($)) {
                                      if ($ > 100 || isNaN($)) {
                                        let Y = {
                                          instancePath: t + '/rank/percentile',
                                          schemaPath:
                                            '#/$defs/Rank/properties/percentile/oneOf/0/maximum',
                                          keyword: 'maximum',
                                          params: { comparison: '<=', limit: 100 },
                                          message: 'must be <= 100',
                                        };
                                        (s === null ? (s = [Y]) : s.push(Y), e++);
                                      } else if ($ < 0 || isNaN($)) {
                                        let Y = {
                                          instancePath: t + '/rank/percentile',
                                          schemaPath:
                                            '#/$defs/Rank/properties/percentile/oneOf/0/minimum',
                                          keyword: 'minimum',
                                          params: { comparison: '>=', limit: 0 },
                                          message: 'must be >= 0',
                                        };
                                        (s === null ? (s = [Y]) : s.push(Y), e++);
                                      }
                                    } else {
                                      let Y = {
                                        instancePath: t + '/rank/percentile',
                                        schemaPath:
                                          '#/$defs/Rank/properties/percentile/oneOf/0/type',
                                        keyword: 'type',
                                        params: { type: 'number' },
                                        message: 'must be number',
                                      };
                                      (s === null ? (s = [Y]) : s.push(Y), e++);
                                    }
                                  var _ = M === e;
                                  _ && ((z = !0), (D = 0));
                                  let re = e;
                                  if ($ !== null) {
                                    let Y = {
                                      instancePath: t + '/rank/percentile',
                                      schemaPath: '#/$defs/Rank/properties/percentile/oneOf/1/type',
                                      keyword: 'type',
                                      params: { type: 'null' },
                                      message: 'must be null',
                                    };
                                    (s === null ? (s = [Y]) : s.push(Y), e++);
                                  }
                                  var _ = re === e;
                                  if (
                                    (_ && z ? ((z = !1), (D = [D, 1])) : _ && ((z = !0), (D = 1)),
                                    z)
                                  )
                                    ((e = oe), s !== null && (oe ? (s.length = oe) : (s = null)));
                                  else {
                                    let Y = {
                                      instancePath: t + '/rank/percentile',
                                      schemaPath: '#/$defs/Rank/properties/percentile/oneOf',
                                      keyword: 'oneOf',
                                      params: { passingSchemas: D },
                                      message: 'must match exactly one schema in oneOf',
                                    };
                                    return (
                                      s === null ? (s = [Y]) : s.push(Y),
                                      e++,
                                      (E.errors = s),
                                      !1
                                    );
                                  }
                                  var g = S === e;
                                } else var g = !0;
                            }
                          } else
                            return (
                              (E.errors = [
                                {
                                  instancePath: t + '/rank',
                                  schemaPath: '#/$defs/Rank/type',
                                  keyword: 'type',
                                  params: { type: 'object' },
                                  message: 'must be object',
                                },
                              ]),
                              !1
                            );
                        var i = A === e;
                      } else var i = !0;
                      if (i) {
                        if (r.stamps !== void 0) {
                          let b = e;
                          le(r.stamps, {
                            instancePath: t + '/stamps',
                            parentData: r,
                            parentDataProperty: 'stamps',
                            rootData: x,
                            dynamicAnchors: N,
                          }) ||
                            ((s = s === null ? le.errors : s.concat(le.errors)), (e = s.length));
                          var i = b === e;
                        } else var i = !0;
                        if (i) {
                          if (r.attention !== void 0) {
                            let b = e;
                            W(r.attention, {
                              instancePath: t + '/attention',
                              parentData: r,
                              parentDataProperty: 'attention',
                              rootData: x,
                              dynamicAnchors: N,
                            }) ||
                              ((s = s === null ? W.errors : s.concat(W.errors)), (e = s.length));
                            var i = b === e;
                          } else var i = !0;
                          if (i) {
                            if (r.regions !== void 0) {
                              let b = r.regions,
                                A = e;
                              if (e === e)
                                if (b && typeof b == 'object' && !Array.isArray(b)) {
                                  let F;
                                  if (
                                    (b.base === void 0 && (F = 'base')) ||
                                    (b.columns === void 0 && (F = 'columns')) ||
                                    (b.rows === void 0 && (F = 'rows')) ||
                                    (b.values === void 0 && (F = 'values'))
                                  )
                                    return (
                                      (E.errors = [
                                        {
                                          instancePath: t + '/regions',
                                          schemaPath: '#/$defs/Regions/required',
                                          keyword: 'required',
                                          params: { missingProperty: F },
                                          message: "must have required property '" + F + "'",
                                        },
                                      ]),
                                      !1
                                    );
                                  if (b.base !== void 0) {
                                    let $ = b.base,
                                      S = e;
                                    if (!(typeof $ == 'number' && isFinite($)))
                                      return (
                                        (E.errors = [
                                          {
                                            instancePath: t + '/regions/base',
                                            schemaPath: '#/$defs/Regions/properties/base/type',
                                            keyword: 'type',
                                            params: { type: 'number' },
                                            message: 'must be number',
                                          },
                                        ]),
                                        !1
                                      );
                                    var w = S === e;
                                  } else var w = !0;
                                  if (w) {
                                    if (b.columns !== void 0) {
                                      let $ = b.columns,
                                        S = e;
                                      if (!(
                                        typeof $ == 'number' &&
                                        !($ % 1) &&
                                        !isNaN($) &&
                                        isFinite($)
                                      ))
                                        return (
                                          (E.errors = [
                                            {
                                              instancePath: t + '/regions/columns',
                                              schemaPath: '#/$defs/Regions/properties/columns/type',
                                              keyword: 'type',
                                              params: { type: 'integer' },
                                              message: 'must be integer',
                                            },
                                          ]),
                                          !1
                                        );
                                      if (e === S && typeof $ == 'number' && isFinite($)) {
                                        if ($ > 64 || isNaN($))
                                          return (
                                            (E.errors = [
                                              {
                                                instancePath: t + '/regions/columns',
                                                schemaPath:
                                                  '#/$defs/Regions/properties/columns/maximum',
                                                keyword: 'maximum',
                                                params: { comparison: '<=', limit: 64 },
                                                message: 'must be <= 64',
                                              },
                                            ]),
                                            !1
                                          );
                                        if ($ < 1 || isNaN($))
                                          return (
                                            (E.errors = [
                                              {
                                                instancePath: t + '/regions/columns',
                                                schemaPath:
                                                  '#/$defs/Regions/properties/columns/minimum',
                                                keyword: 'minimum',
                                                params: { comparison: '>=', limit: 1 },
                                                message: 'must be >= 1',
                                              },
                                            ]),
                                            !1
                                          );
                                      }
                                      var w = S === e;
                                    } else var w = !0;
                                    if (w) {
                                      if (b.rows !== void 0) {
                                        let $ = b.rows,
                                          S = e;
                                        if (!(
                                          typeof $ == 'number' &&
                                          !($ % 1) &&
                                          !isNaN($) &&
                                          isFinite($)
                                        ))
                                          return (
                                            (E.errors = [
                                              {
                                                instancePath: t + '/regions/rows',
                                                schemaPath: '#/$defs/Regions/properties/rows/type',
                                                keyword: 'type',
                                                params: { type: 'integer' },
                                                message: 'must be integer',
                                              },
                                            ]),
                                            !1
                                          );
                                        if (e === S && typeof $ == 'number' && isFinite($)) {
                                          if ($ > 64 || isNaN($))
                                            return (
                                              (E.errors = [
                                                {
                                                  instancePath: t + '/regions/rows',
                                                  schemaPath:
                                                    '#/$defs/Regions/properties/rows/maximum',
                                                  keyword: 'maximum',
                                                  params: { comparison: '<=', limit: 64 },
                                                  message: 'must be <= 64',
                                                },
                                              ]),
                                              !1
                                            );
                                          if ($ < 1 || isNaN($))
                                            return (
                                              (E.errors = [
                                                {
                                                  instancePath: t + '/regions/rows',
                                                  schemaPath:
                                                    '#/$defs/Regions/properties/rows/minimum',
                                                  keyword: 'minimum',
                                                  params: { comparison: '>=', limit: 1 },
                                                  message: 'must be >= 1',
                                                },
                                              ]),
                                              !1
                                            );
                                        }
                                        var w = S === e;
                                      } else var w = !0;
                                      if (w)
                                        if (b.values !== void 0) {
                                          let $ = b.values,
                                            S = e;
                                          if (e === S)
                                            if (Array.isArray($)) {
                                              var P = !0;
                                              let z = $.length;
                                              for (let D = 0; D < z; D++) {
                                                let M = $[D],
                                                  re = e;
                                                if (!(typeof M == 'number' && isFinite(M)))
                                                  return (
                                                    (E.errors = [
                                                      {
                                                        instancePath: t + '/regions/values/' + D,
                                                        schemaPath:
                                                          '#/$defs/Regions/properties/values/items/type',
                                                        keyword: 'type',
                                                        params: { type: 'number' },
                                                        message: 'must be number',
                                                      },
                                                    ]),
                                                    !1
                                                  );
                                                var P = re === e;
                                                if (!P) break;
                                              }
                                            } else
                                              return (
                                                (E.errors = [
                                                  {
                                                    instancePath: t + '/regions/values',
                                                    schemaPath:
                                                      '#/$defs/Regions/properties/values/type',
                                                    keyword: 'type',
                                                    params: { type: 'array' },
                                                    message: 'must be array',
                                                  },
                                                ]),
                                                !1
                                              );
                                          var w = S === e;
                                        } else var w = !0;
                                    }
                                  }
                                } else
                                  return (
                                    (E.errors = [
                                      {
                                        instancePath: t + '/regions',
                                        schemaPath: '#/$defs/Regions/type',
                                        keyword: 'type',
                                        params: { type: 'object' },
                                        message: 'must be object',
                                      },
                                    ]),
                                    !1
                                  );
                              var i = A === e;
                            } else var i = !0;
                            if (i) {
                              if (r.comment !== void 0) {
                                let b = e;
                                be(r.comment, {
                                  instancePath: t + '/comment',
                                  parentData: r,
                                  parentDataProperty: 'comment',
                                  rootData: x,
                                  dynamicAnchors: N,
                                }) ||
                                  ((s = s === null ? be.errors : s.concat(be.errors)),
                                  (e = s.length));
                                var i = b === e;
                              } else var i = !0;
                              if (i) {
                                if (r.statistics !== void 0) {
                                  let b = r.statistics,
                                    A = e;
                                  if (e === A)
                                    if (Array.isArray(b)) {
                                      var q = !0;
                                      let ae = b.length;
                                      for (let F = 0; F < ae; F++) {
                                        let $ = b[F],
                                          S = e;
                                        if (!(typeof $ == 'number' && isFinite($)))
                                          return (
                                            (E.errors = [
                                              {
                                                instancePath: t + '/statistics/' + F,
                                                schemaPath: '#/properties/statistics/items/type',
                                                keyword: 'type',
                                                params: { type: 'number' },
                                                message: 'must be number',
                                              },
                                            ]),
                                            !1
                                          );
                                        var q = S === e;
                                        if (!q) break;
                                      }
                                    } else
                                      return (
                                        (E.errors = [
                                          {
                                            instancePath: t + '/statistics',
                                            schemaPath: '#/properties/statistics/type',
                                            keyword: 'type',
                                            params: { type: 'array' },
                                            message: 'must be array',
                                          },
                                        ]),
                                        !1
                                      );
                                  var i = A === e;
                                } else var i = !0;
                                if (i)
                                  if (r.suggestions !== void 0) {
                                    let b = e;
                                    ye(r.suggestions, {
                                      instancePath: t + '/suggestions',
                                      parentData: r,
                                      parentDataProperty: 'suggestions',
                                      rootData: x,
                                      dynamicAnchors: N,
                                    }) ||
                                      ((s = s === null ? ye.errors : s.concat(ye.errors)),
                                      (e = s.length));
                                    var i = b === e;
                                  } else var i = !0;
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return (
        (E.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((E.errors = s), e === 0);
}
E.evaluated = {
  props: {
    status: !0,
    source: !0,
    picture: !0,
    domain: !0,
    score: !0,
    attributes: !0,
    findings: !0,
    features: !0,
    rank: !0,
    stamps: !0,
    attention: !0,
    regions: !0,
    comment: !0,
    statistics: !0,
    suggestions: !0,
  },
  dynamicProps: !1,
  dynamicItems: !1,
};
var Ke = {
  description: 'What went wrong, and what to do.',
  type: 'object',
  required: ['code', 'message', 'hint', 'retryable'],
  properties: {
    code: {
      description: 'What kind of failure, from a closed list.',
      type: 'string',
      enum: [
        'file-not-found',
        'file-unreadable',
        'empty-file',
        'not-an-image',
        'unsupported-format',
        'damaged-image',
        'too-large',
        'timed-out',
        'cancelled',
        'bundle-damaged',
        'bundle-incompatible',
        'provider-unavailable',
        'invalid-request',
        'remote-unreachable',
        'remote-refused',
        'remote-failed',
        'internal',
      ],
    },
    message: { description: 'What happened, and to which picture.', type: 'string' },
    hint: { description: 'What the person can do about it.', type: 'string' },
    retryable: { description: 'Whether the same request may succeed later.', type: 'boolean' },
  },
};
function Z(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = Z.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let n;
      if (
        (r.status === void 0 && (n = 'status')) ||
        (r.source === void 0 && (n = 'source')) ||
        (r.error === void 0 && (n = 'error'))
      )
        return (
          (Z.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: n },
              message: "must have required property '" + n + "'",
            },
          ]),
          !1
        );
      if (r.status !== void 0) {
        let o = e;
        if (r.status !== 'failed')
          return (
            (Z.errors = [
              {
                instancePath: t + '/status',
                schemaPath: '#/properties/status/const',
                keyword: 'const',
                params: { allowedValue: 'failed' },
                message: 'must be equal to constant',
              },
            ]),
            !1
          );
        var i = o === e;
      } else var i = !0;
      if (i) {
        if (r.source !== void 0) {
          let o = r.source,
            f = e;
          if (e === e)
            if (o && typeof o == 'object' && !Array.isArray(o)) {
              let a;
              if (o.kind === void 0 && (a = 'kind'))
                return (
                  (Z.errors = [
                    {
                      instancePath: t + '/source',
                      schemaPath: '#/$defs/Source/required',
                      keyword: 'required',
                      params: { missingProperty: a },
                      message: "must have required property '" + a + "'",
                    },
                  ]),
                  !1
                );
              if (o.kind !== void 0) {
                let m = o.kind,
                  v = e;
                if (typeof m != 'string')
                  return (
                    (Z.errors = [
                      {
                        instancePath: t + '/source/kind',
                        schemaPath: '#/$defs/Source/properties/kind/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ]),
                    !1
                  );
                if (!(m === 'path' || m === 'bytes' || m === 'stream' || m === 'pixels'))
                  return (
                    (Z.errors = [
                      {
                        instancePath: t + '/source/kind',
                        schemaPath: '#/$defs/Source/properties/kind/enum',
                        keyword: 'enum',
                        params: { allowedValues: ze.properties.kind.enum },
                        message: 'must be equal to one of the allowed values',
                      },
                    ]),
                    !1
                  );
                var p = v === e;
              } else var p = !0;
              if (p) {
                if (o.path !== void 0) {
                  let m = e;
                  if (typeof o.path != 'string')
                    return (
                      (Z.errors = [
                        {
                          instancePath: t + '/source/path',
                          schemaPath: '#/$defs/Source/properties/path/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        },
                      ]),
                      !1
                    );
                  var p = m === e;
                } else var p = !0;
                if (p)
                  if (o.name !== void 0) {
                    let m = e;
                    if (typeof o.name != 'string')
                      return (
                        (Z.errors = [
                          {
                            instancePath: t + '/source/name',
                            schemaPath: '#/$defs/Source/properties/name/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                          },
                        ]),
                        !1
                      );
                    var p = m === e;
                  } else var p = !0;
              }
            } else
              return (
                (Z.errors = [
                  {
                    instancePath: t + '/source',
                    schemaPath: '#/$defs/Source/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  },
                ]),
                !1
              );
          var i = f === e;
        } else var i = !0;
        if (i)
          if (r.error !== void 0) {
            let o = r.error,
              f = e;
            if (e === e)
              if (o && typeof o == 'object' && !Array.isArray(o)) {
                let a;
                if (
                  (o.code === void 0 && (a = 'code')) ||
                  (o.message === void 0 && (a = 'message')) ||
                  (o.hint === void 0 && (a = 'hint')) ||
                  (o.retryable === void 0 && (a = 'retryable'))
                )
                  return (
                    (Z.errors = [
                      {
                        instancePath: t + '/error',
                        schemaPath: '#/$defs/ErrorInfo/required',
                        keyword: 'required',
                        params: { missingProperty: a },
                        message: "must have required property '" + a + "'",
                      },
                    ]),
                    !1
                  );
                if (o.code !== void 0) {
                  let m = o.code,
                    v = e;
                  if (typeof m != 'string')
                    return (
                      (Z.errors = [
                        {
                          instancePath: t + '/error/code',
                          schemaPath: '#/$defs/ErrorInfo/properties/code/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        },
                      ]),
                      !1
                    );
                  if (!(
                    m === 'file-not-found' ||
                    m === 'file-unreadable' ||
                    m === 'empty-file' ||
                    m === 'not-an-image' ||
                    m === 'unsupported-format' ||
                    m === 'damaged-image' ||
                    m === 'too-large' ||
                    m === 'timed-out' ||
                    m === 'cancelled' ||
                    m === 'bundle-damaged' ||
                    m === 'bundle-incompatible' ||
                    m === 'provider-unavailable' ||
                    m === 'invalid-request' ||
                    m === 'remote-unreachable' ||
                    m === 'remote-refused' ||
                    m === 'remote-failed' ||
                    m === 'internal'
                  ))
                    return (
                      (Z.errors = [
                        {
                          instancePath: t + '/error/code',
                          schemaPath: '#/$defs/ErrorInfo/properties/code/enum',
                          keyword: 'enum',
                          params: { allowedValues: Ke.properties.code.enum },
                          message: 'must be equal to one of the allowed values',
                        },
                      ]),
                      !1
                    );
                  var u = v === e;
                } else var u = !0;
                if (u) {
                  if (o.message !== void 0) {
                    let m = e;
                    if (typeof o.message != 'string')
                      return (
                        (Z.errors = [
                          {
                            instancePath: t + '/error/message',
                            schemaPath: '#/$defs/ErrorInfo/properties/message/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                          },
                        ]),
                        !1
                      );
                    var u = m === e;
                  } else var u = !0;
                  if (u) {
                    if (o.hint !== void 0) {
                      let m = e;
                      if (typeof o.hint != 'string')
                        return (
                          (Z.errors = [
                            {
                              instancePath: t + '/error/hint',
                              schemaPath: '#/$defs/ErrorInfo/properties/hint/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            },
                          ]),
                          !1
                        );
                      var u = m === e;
                    } else var u = !0;
                    if (u)
                      if (o.retryable !== void 0) {
                        let m = e;
                        if (typeof o.retryable != 'boolean')
                          return (
                            (Z.errors = [
                              {
                                instancePath: t + '/error/retryable',
                                schemaPath: '#/$defs/ErrorInfo/properties/retryable/type',
                                keyword: 'type',
                                params: { type: 'boolean' },
                                message: 'must be boolean',
                              },
                            ]),
                            !1
                          );
                        var u = m === e;
                      } else var u = !0;
                  }
                }
              } else
                return (
                  (Z.errors = [
                    {
                      instancePath: t + '/error',
                      schemaPath: '#/$defs/ErrorInfo/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    },
                  ]),
                  !1
                );
            var i = f === e;
          } else var i = !0;
      }
    } else
      return (
        (Z.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((Z.errors = s), e === 0);
}
Z.evaluated = { props: { status: !0, source: !0, error: !0 }, dynamicProps: !1, dynamicItems: !1 };
function Oe(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = Oe.evaluated;
  (k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0));
  let i = e,
    p = !1,
    u = null,
    n = e;
  E(r, { instancePath: t, parentData: C, parentDataProperty: T, rootData: x, dynamicAnchors: N }) ||
    ((s = s === null ? E.errors : s.concat(E.errors)), (e = s.length));
  var y = n === e;
  if (y) {
    ((p = !0), (u = 0));
    var o = {};
    ((o.status = !0),
      (o.source = !0),
      (o.picture = !0),
      (o.domain = !0),
      (o.score = !0),
      (o.attributes = !0),
      (o.findings = !0),
      (o.features = !0),
      (o.rank = !0),
      (o.stamps = !0),
      (o.attention = !0),
      (o.regions = !0),
      (o.comment = !0),
      (o.statistics = !0),
      (o.suggestions = !0));
  }
  let f = e;
  Z(r, { instancePath: t, parentData: C, parentDataProperty: T, rootData: x, dynamicAnchors: N }) ||
    ((s = s === null ? Z.errors : s.concat(Z.errors)), (e = s.length));
  var y = f === e;
  if (
    (y && p
      ? ((p = !1), (u = [u, 1]))
      : y &&
        ((p = !0),
        (u = 1),
        o !== !0 && ((o = o || {}), (o.status = !0), (o.source = !0), (o.error = !0))),
    p)
  )
    ((e = i), s !== null && (i ? (s.length = i) : (s = null)));
  else {
    let h = {
      instancePath: t,
      schemaPath: '#/oneOf',
      keyword: 'oneOf',
      params: { passingSchemas: u },
      message: 'must match exactly one schema in oneOf',
    };
    return (s === null ? (s = [h]) : s.push(h), e++, (Oe.errors = s), !1);
  }
  return ((Oe.errors = s), (k.props = o), e === 0);
}
Oe.evaluated = { dynamicProps: !0, dynamicItems: !1 };
function Se(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = Se.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let p;
      if (r.results === void 0 && (p = 'results'))
        return (
          (Se.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: p },
              message: "must have required property '" + p + "'",
            },
          ]),
          !1
        );
      if (r.results !== void 0) {
        let u = r.results;
        if (e === e)
          if (Array.isArray(u)) {
            var i = !0;
            let o = u.length;
            for (let f = 0; f < o; f++) {
              let y = e;
              Oe(u[f], {
                instancePath: t + '/results/' + f,
                parentData: u,
                parentDataProperty: f,
                rootData: x,
                dynamicAnchors: N,
              }) || ((s = s === null ? Oe.errors : s.concat(Oe.errors)), (e = s.length));
              var i = y === e;
              if (!i) break;
            }
          } else
            return (
              (Se.errors = [
                {
                  instancePath: t + '/results',
                  schemaPath: '#/properties/results/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                },
              ]),
              !1
            );
      }
    } else
      return (
        (Se.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((Se.errors = s), e === 0);
}
Se.evaluated = { props: { results: !0 }, dynamicProps: !1, dynamicItems: !1 };
var ar = I;
var Ze = {
  description:
    "The multi-scale feature alignment module: from the encoder's maps and the full-size detail to tokens of three levels and a theme.",
  type: 'object',
  required: ['file', 'calibration', 'inputs', 'queries', 'width', 'themeWidth', 'changes'],
  properties: {
    file: {
      description:
        'ONNX file. Outputs `low`, `middle`, `high` [1, queries, width], `lowAttention`, `middleAttention`, `highAttention` [1, queries, cells of stride 32], `thematic` [1, themeWidth] and `strength` [1, changes, 3].',
      type: 'string',
    },
    calibration: { description: 'JSON file that follows alignment.schema.json.', type: 'string' },
    inputs: {
      description:
        'Outputs of the encoder that are its inputs, by name. `detail` and `places` of the cut-outs are its inputs too, so that the bundle needs a detail graph.',
      type: 'array',
      items: { enum: ['stride8', 'stride16', 'stride32', 'head', 'headDeviation', 'classes'] },
    },
    queries: { description: 'Tokens of each level.', type: 'integer', minimum: 1 },
    width: { description: 'Length of a token.', type: 'integer', minimum: 1 },
    themeWidth: {
      description: "Length of the theme, which lies in the text encoder's space.",
      type: 'integer',
      minimum: 1,
    },
    changes: {
      description:
        'The attributes whose change the tokens were taught to see, in the order of `strength`.',
      type: 'array',
      items: { type: 'string' },
    },
  },
};
function G(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = G.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let h;
      if (
        (r.stride8 === void 0 && (h = 'stride8')) ||
        (r.stride16 === void 0 && (h = 'stride16')) ||
        (r.stride32 === void 0 && (h = 'stride32')) ||
        (r.head === void 0 && (h = 'head')) ||
        (r.headDeviation === void 0 && (h = 'headDeviation')) ||
        (r.classes === void 0 && (h = 'classes'))
      )
        return (
          (G.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: h },
              message: "must have required property '" + h + "'",
            },
          ]),
          !1
        );
      if (r.stride8 !== void 0) {
        let a = r.stride8,
          m = e;
        if (e === e)
          if (a && typeof a == 'object' && !Array.isArray(a)) {
            let c;
            if (
              (a.name === void 0 && (c = 'name')) ||
              (a.channels === void 0 && (c = 'channels')) ||
              (a.stride === void 0 && (c = 'stride'))
            )
              return (
                (G.errors = [
                  {
                    instancePath: t + '/stride8',
                    schemaPath: '#/$defs/MapOutput/required',
                    keyword: 'required',
                    params: { missingProperty: c },
                    message: "must have required property '" + c + "'",
                  },
                ]),
                !1
              );
            if (a.name !== void 0) {
              let l = e;
              if (typeof a.name != 'string')
                return (
                  (G.errors = [
                    {
                      instancePath: t + '/stride8/name',
                      schemaPath: '#/$defs/MapOutput/properties/name/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    },
                  ]),
                  !1
                );
              var i = l === e;
            } else var i = !0;
            if (i) {
              if (a.channels !== void 0) {
                let l = a.channels,
                  d = e;
                if (!(typeof l == 'number' && !(l % 1) && !isNaN(l) && isFinite(l)))
                  return (
                    (G.errors = [
                      {
                        instancePath: t + '/stride8/channels',
                        schemaPath: '#/$defs/MapOutput/properties/channels/type',
                        keyword: 'type',
                        params: { type: 'integer' },
                        message: 'must be integer',
                      },
                    ]),
                    !1
                  );
                if (e === d && typeof l == 'number' && isFinite(l) && (l < 1 || isNaN(l)))
                  return (
                    (G.errors = [
                      {
                        instancePath: t + '/stride8/channels',
                        schemaPath: '#/$defs/MapOutput/properties/channels/minimum',
                        keyword: 'minimum',
                        params: { comparison: '>=', limit: 1 },
                        message: 'must be >= 1',
                      },
                    ]),
                    !1
                  );
                var i = d === e;
              } else var i = !0;
              if (i)
                if (a.stride !== void 0) {
                  let l = a.stride,
                    d = e;
                  if (!(typeof l == 'number' && !(l % 1) && !isNaN(l) && isFinite(l)))
                    return (
                      (G.errors = [
                        {
                          instancePath: t + '/stride8/stride',
                          schemaPath: '#/$defs/MapOutput/properties/stride/type',
                          keyword: 'type',
                          params: { type: 'integer' },
                          message: 'must be integer',
                        },
                      ]),
                      !1
                    );
                  if (e === d && typeof l == 'number' && isFinite(l) && (l < 1 || isNaN(l)))
                    return (
                      (G.errors = [
                        {
                          instancePath: t + '/stride8/stride',
                          schemaPath: '#/$defs/MapOutput/properties/stride/minimum',
                          keyword: 'minimum',
                          params: { comparison: '>=', limit: 1 },
                          message: 'must be >= 1',
                        },
                      ]),
                      !1
                    );
                  var i = d === e;
                } else var i = !0;
            }
          } else
            return (
              (G.errors = [
                {
                  instancePath: t + '/stride8',
                  schemaPath: '#/$defs/MapOutput/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                },
              ]),
              !1
            );
        var p = m === e;
      } else var p = !0;
      if (p) {
        if (r.stride16 !== void 0) {
          let a = r.stride16,
            m = e;
          if (e === e)
            if (a && typeof a == 'object' && !Array.isArray(a)) {
              let l;
              if (
                (a.name === void 0 && (l = 'name')) ||
                (a.channels === void 0 && (l = 'channels')) ||
                (a.stride === void 0 && (l = 'stride'))
              )
                return (
                  (G.errors = [
                    {
                      instancePath: t + '/stride16',
                      schemaPath: '#/$defs/MapOutput/required',
                      keyword: 'required',
                      params: { missingProperty: l },
                      message: "must have required property '" + l + "'",
                    },
                  ]),
                  !1
                );
              if (a.name !== void 0) {
                let d = e;
                if (typeof a.name != 'string')
                  return (
                    (G.errors = [
                      {
                        instancePath: t + '/stride16/name',
                        schemaPath: '#/$defs/MapOutput/properties/name/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ]),
                    !1
                  );
                var u = d === e;
              } else var u = !0;
              if (u) {
                if (a.channels !== void 0) {
                  let d = a.channels,
                    g = e;
                  if (!(typeof d == 'number' && !(d % 1) && !isNaN(d) && isFinite(d)))
                    return (
                      (G.errors = [
                        {
                          instancePath: t + '/stride16/channels',
                          schemaPath: '#/$defs/MapOutput/properties/channels/type',
                          keyword: 'type',
                          params: { type: 'integer' },
                          message: 'must be integer',
                        },
                      ]),
                      !1
                    );
                  if (e === g && typeof d == 'number' && isFinite(d) && (d < 1 || isNaN(d)))
                    return (
                      (G.errors = [
                        {
                          instancePath: t + '/stride16/channels',
                          schemaPath: '#/$defs/MapOutput/properties/channels/minimum',
                          keyword: 'minimum',
                          params: { comparison: '>=', limit: 1 },
                          message: 'must be >= 1',
                        },
                      ]),
                      !1
                    );
                  var u = g === e;
                } else var u = !0;
                if (u)
                  if (a.stride !== void 0) {
                    let d = a.stride,
                      g = e;
                    if (!(typeof d == 'number' && !(d % 1) && !isNaN(d) && isFinite(d)))
                      return (
                        (G.errors = [
                          {
                            instancePath: t + '/stride16/stride',
                            schemaPath: '#/$defs/MapOutput/properties/stride/type',
                            keyword: 'type',
                            params: { type: 'integer' },
                            message: 'must be integer',
                          },
                        ]),
                        !1
                      );
                    if (e === g && typeof d == 'number' && isFinite(d) && (d < 1 || isNaN(d)))
                      return (
                        (G.errors = [
                          {
                            instancePath: t + '/stride16/stride',
                            schemaPath: '#/$defs/MapOutput/properties/stride/minimum',
                            keyword: 'minimum',
                            params: { comparison: '>=', limit: 1 },
                            message: 'must be >= 1',
                          },
                        ]),
                        !1
                      );
                    var u = g === e;
                  } else var u = !0;
              }
            } else
              return (
                (G.errors = [
                  {
                    instancePath: t + '/stride16',
                    schemaPath: '#/$defs/MapOutput/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  },
                ]),
                !1
              );
          var p = m === e;
        } else var p = !0;
        if (p) {
          if (r.stride32 !== void 0) {
            let a = r.stride32,
              m = e;
            if (e === e)
              if (a && typeof a == 'object' && !Array.isArray(a)) {
                let l;
                if (
                  (a.name === void 0 && (l = 'name')) ||
                  (a.channels === void 0 && (l = 'channels')) ||
                  (a.stride === void 0 && (l = 'stride'))
                )
                  return (
                    (G.errors = [
                      {
                        instancePath: t + '/stride32',
                        schemaPath: '#/$defs/MapOutput/required',
                        keyword: 'required',
                        params: { missingProperty: l },
                        message: "must have required property '" + l + "'",
                      },
                    ]),
                    !1
                  );
                if (a.name !== void 0) {
                  let d = e;
                  if (typeof a.name != 'string')
                    return (
                      (G.errors = [
                        {
                          instancePath: t + '/stride32/name',
                          schemaPath: '#/$defs/MapOutput/properties/name/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        },
                      ]),
                      !1
                    );
                  var n = d === e;
                } else var n = !0;
                if (n) {
                  if (a.channels !== void 0) {
                    let d = a.channels,
                      g = e;
                    if (!(typeof d == 'number' && !(d % 1) && !isNaN(d) && isFinite(d)))
                      return (
                        (G.errors = [
                          {
                            instancePath: t + '/stride32/channels',
                            schemaPath: '#/$defs/MapOutput/properties/channels/type',
                            keyword: 'type',
                            params: { type: 'integer' },
                            message: 'must be integer',
                          },
                        ]),
                        !1
                      );
                    if (e === g && typeof d == 'number' && isFinite(d) && (d < 1 || isNaN(d)))
                      return (
                        (G.errors = [
                          {
                            instancePath: t + '/stride32/channels',
                            schemaPath: '#/$defs/MapOutput/properties/channels/minimum',
                            keyword: 'minimum',
                            params: { comparison: '>=', limit: 1 },
                            message: 'must be >= 1',
                          },
                        ]),
                        !1
                      );
                    var n = g === e;
                  } else var n = !0;
                  if (n)
                    if (a.stride !== void 0) {
                      let d = a.stride,
                        g = e;
                      if (!(typeof d == 'number' && !(d % 1) && !isNaN(d) && isFinite(d)))
                        return (
                          (G.errors = [
                            {
                              instancePath: t + '/stride32/stride',
                              schemaPath: '#/$defs/MapOutput/properties/stride/type',
                              keyword: 'type',
                              params: { type: 'integer' },
                              message: 'must be integer',
                            },
                          ]),
                          !1
                        );
                      if (e === g && typeof d == 'number' && isFinite(d) && (d < 1 || isNaN(d)))
                        return (
                          (G.errors = [
                            {
                              instancePath: t + '/stride32/stride',
                              schemaPath: '#/$defs/MapOutput/properties/stride/minimum',
                              keyword: 'minimum',
                              params: { comparison: '>=', limit: 1 },
                              message: 'must be >= 1',
                            },
                          ]),
                          !1
                        );
                      var n = g === e;
                    } else var n = !0;
                }
              } else
                return (
                  (G.errors = [
                    {
                      instancePath: t + '/stride32',
                      schemaPath: '#/$defs/MapOutput/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    },
                  ]),
                  !1
                );
            var p = m === e;
          } else var p = !0;
          if (p) {
            if (r.head !== void 0) {
              let a = r.head,
                m = e;
              if (e === e)
                if (a && typeof a == 'object' && !Array.isArray(a)) {
                  let l;
                  if (
                    (a.name === void 0 && (l = 'name')) ||
                    (a.length === void 0 && (l = 'length'))
                  )
                    return (
                      (G.errors = [
                        {
                          instancePath: t + '/head',
                          schemaPath: '#/$defs/VectorOutput/required',
                          keyword: 'required',
                          params: { missingProperty: l },
                          message: "must have required property '" + l + "'",
                        },
                      ]),
                      !1
                    );
                  if (a.name !== void 0) {
                    let d = e;
                    if (typeof a.name != 'string')
                      return (
                        (G.errors = [
                          {
                            instancePath: t + '/head/name',
                            schemaPath: '#/$defs/VectorOutput/properties/name/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                          },
                        ]),
                        !1
                      );
                    var o = d === e;
                  } else var o = !0;
                  if (o)
                    if (a.length !== void 0) {
                      let d = a.length,
                        g = e;
                      if (!(typeof d == 'number' && !(d % 1) && !isNaN(d) && isFinite(d)))
                        return (
                          (G.errors = [
                            {
                              instancePath: t + '/head/length',
                              schemaPath: '#/$defs/VectorOutput/properties/length/type',
                              keyword: 'type',
                              params: { type: 'integer' },
                              message: 'must be integer',
                            },
                          ]),
                          !1
                        );
                      if (e === g && typeof d == 'number' && isFinite(d) && (d < 1 || isNaN(d)))
                        return (
                          (G.errors = [
                            {
                              instancePath: t + '/head/length',
                              schemaPath: '#/$defs/VectorOutput/properties/length/minimum',
                              keyword: 'minimum',
                              params: { comparison: '>=', limit: 1 },
                              message: 'must be >= 1',
                            },
                          ]),
                          !1
                        );
                      var o = g === e;
                    } else var o = !0;
                } else
                  return (
                    (G.errors = [
                      {
                        instancePath: t + '/head',
                        schemaPath: '#/$defs/VectorOutput/type',
                        keyword: 'type',
                        params: { type: 'object' },
                        message: 'must be object',
                      },
                    ]),
                    !1
                  );
              var p = m === e;
            } else var p = !0;
            if (p) {
              if (r.headDeviation !== void 0) {
                let a = r.headDeviation,
                  m = e;
                if (e === e)
                  if (a && typeof a == 'object' && !Array.isArray(a)) {
                    let l;
                    if (
                      (a.name === void 0 && (l = 'name')) ||
                      (a.length === void 0 && (l = 'length'))
                    )
                      return (
                        (G.errors = [
                          {
                            instancePath: t + '/headDeviation',
                            schemaPath: '#/$defs/VectorOutput/required',
                            keyword: 'required',
                            params: { missingProperty: l },
                            message: "must have required property '" + l + "'",
                          },
                        ]),
                        !1
                      );
                    if (a.name !== void 0) {
                      let d = e;
                      if (typeof a.name != 'string')
                        return (
                          (G.errors = [
                            {
                              instancePath: t + '/headDeviation/name',
                              schemaPath: '#/$defs/VectorOutput/properties/name/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            },
                          ]),
                          !1
                        );
                      var f = d === e;
                    } else var f = !0;
                    if (f)
                      if (a.length !== void 0) {
                        let d = a.length,
                          g = e;
                        if (!(typeof d == 'number' && !(d % 1) && !isNaN(d) && isFinite(d)))
                          return (
                            (G.errors = [
                              {
                                instancePath: t + '/headDeviation/length',
                                schemaPath: '#/$defs/VectorOutput/properties/length/type',
                                keyword: 'type',
                                params: { type: 'integer' },
                                message: 'must be integer',
                              },
                            ]),
                            !1
                          );
                        if (e === g && typeof d == 'number' && isFinite(d) && (d < 1 || isNaN(d)))
                          return (
                            (G.errors = [
                              {
                                instancePath: t + '/headDeviation/length',
                                schemaPath: '#/$defs/VectorOutput/properties/length/minimum',
                                keyword: 'minimum',
                                params: { comparison: '>=', limit: 1 },
                                message: 'must be >= 1',
                              },
                            ]),
                            !1
                          );
                        var f = g === e;
                      } else var f = !0;
                  } else
                    return (
                      (G.errors = [
                        {
                          instancePath: t + '/headDeviation',
                          schemaPath: '#/$defs/VectorOutput/type',
                          keyword: 'type',
                          params: { type: 'object' },
                          message: 'must be object',
                        },
                      ]),
                      !1
                    );
                var p = m === e;
              } else var p = !0;
              if (p)
                if (r.classes !== void 0) {
                  let a = r.classes,
                    m = e;
                  if (e === e)
                    if (a && typeof a == 'object' && !Array.isArray(a)) {
                      let l;
                      if (
                        (a.name === void 0 && (l = 'name')) ||
                        (a.length === void 0 && (l = 'length'))
                      )
                        return (
                          (G.errors = [
                            {
                              instancePath: t + '/classes',
                              schemaPath: '#/$defs/VectorOutput/required',
                              keyword: 'required',
                              params: { missingProperty: l },
                              message: "must have required property '" + l + "'",
                            },
                          ]),
                          !1
                        );
                      if (a.name !== void 0) {
                        let d = e;
                        if (typeof a.name != 'string')
                          return (
                            (G.errors = [
                              {
                                instancePath: t + '/classes/name',
                                schemaPath: '#/$defs/VectorOutput/properties/name/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string',
                              },
                            ]),
                            !1
                          );
                        var y = d === e;
                      } else var y = !0;
                      if (y)
                        if (a.length !== void 0) {
                          let d = a.length,
                            g = e;
                          if (!(typeof d == 'number' && !(d % 1) && !isNaN(d) && isFinite(d)))
                            return (
                              (G.errors = [
                                {
                                  instancePath: t + '/classes/length',
                                  schemaPath: '#/$defs/VectorOutput/properties/length/type',
                                  keyword: 'type',
                                  params: { type: 'integer' },
                                  message: 'must be integer',
                                },
                              ]),
                              !1
                            );
                          if (e === g && typeof d == 'number' && isFinite(d) && (d < 1 || isNaN(d)))
                            return (
                              (G.errors = [
                                {
                                  instancePath: t + '/classes/length',
                                  schemaPath: '#/$defs/VectorOutput/properties/length/minimum',
                                  keyword: 'minimum',
                                  params: { comparison: '>=', limit: 1 },
                                  message: 'must be >= 1',
                                },
                              ]),
                              !1
                            );
                          var y = g === e;
                        } else var y = !0;
                    } else
                      return (
                        (G.errors = [
                          {
                            instancePath: t + '/classes',
                            schemaPath: '#/$defs/VectorOutput/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                          },
                        ]),
                        !1
                      );
                  var p = m === e;
                } else var p = !0;
            }
          }
        }
      }
    } else
      return (
        (G.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((G.errors = s), e === 0);
}
G.evaluated = {
  props: { stride8: !0, stride16: !0, stride32: !0, head: !0, headDeviation: !0, classes: !0 },
  dynamicProps: !1,
  dynamicItems: !1,
};
function he(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = he.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let u;
      if (
        (r.file === void 0 && (u = 'file')) ||
        (r.input === void 0 && (u = 'input')) ||
        (r.outputs === void 0 && (u = 'outputs'))
      )
        return (
          (he.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: u },
              message: "must have required property '" + u + "'",
            },
          ]),
          !1
        );
      if (r.file !== void 0) {
        let n = e;
        if (typeof r.file != 'string')
          return (
            (he.errors = [
              {
                instancePath: t + '/file',
                schemaPath: '#/properties/file/type',
                keyword: 'type',
                params: { type: 'string' },
                message: 'must be string',
              },
            ]),
            !1
          );
        var i = n === e;
      } else var i = !0;
      if (i) {
        if (r.input !== void 0) {
          let n = r.input,
            o = e;
          if (e === e)
            if (n && typeof n == 'object' && !Array.isArray(n)) {
              let h;
              if (
                (n.name === void 0 && (h = 'name')) ||
                (n.layout === void 0 && (h = 'layout')) ||
                (n.dtype === void 0 && (h = 'dtype')) ||
                (n.colourSpace === void 0 && (h = 'colourSpace'))
              )
                return (
                  (he.errors = [
                    {
                      instancePath: t + '/input',
                      schemaPath: '#/$defs/PixelInput/required',
                      keyword: 'required',
                      params: { missingProperty: h },
                      message: "must have required property '" + h + "'",
                    },
                  ]),
                  !1
                );
              if (n.name !== void 0) {
                let a = e;
                if (typeof n.name != 'string')
                  return (
                    (he.errors = [
                      {
                        instancePath: t + '/input/name',
                        schemaPath: '#/$defs/PixelInput/properties/name/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ]),
                    !1
                  );
                var p = a === e;
              } else var p = !0;
              if (p) {
                if (n.layout !== void 0) {
                  let a = e;
                  if (n.layout !== 'NHWC')
                    return (
                      (he.errors = [
                        {
                          instancePath: t + '/input/layout',
                          schemaPath: '#/$defs/PixelInput/properties/layout/const',
                          keyword: 'const',
                          params: { allowedValue: 'NHWC' },
                          message: 'must be equal to constant',
                        },
                      ]),
                      !1
                    );
                  var p = a === e;
                } else var p = !0;
                if (p) {
                  if (n.dtype !== void 0) {
                    let a = e;
                    if (n.dtype !== 'uint8')
                      return (
                        (he.errors = [
                          {
                            instancePath: t + '/input/dtype',
                            schemaPath: '#/$defs/PixelInput/properties/dtype/const',
                            keyword: 'const',
                            params: { allowedValue: 'uint8' },
                            message: 'must be equal to constant',
                          },
                        ]),
                        !1
                      );
                    var p = a === e;
                  } else var p = !0;
                  if (p)
                    if (n.colourSpace !== void 0) {
                      let a = e;
                      if (n.colourSpace !== 'srgb')
                        return (
                          (he.errors = [
                            {
                              instancePath: t + '/input/colourSpace',
                              schemaPath: '#/$defs/PixelInput/properties/colourSpace/const',
                              keyword: 'const',
                              params: { allowedValue: 'srgb' },
                              message: 'must be equal to constant',
                            },
                          ]),
                          !1
                        );
                      var p = a === e;
                    } else var p = !0;
                }
              }
            } else
              return (
                (he.errors = [
                  {
                    instancePath: t + '/input',
                    schemaPath: '#/$defs/PixelInput/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  },
                ]),
                !1
              );
          var i = o === e;
        } else var i = !0;
        if (i)
          if (r.outputs !== void 0) {
            let n = e;
            G(r.outputs, {
              instancePath: t + '/outputs',
              parentData: r,
              parentDataProperty: 'outputs',
              rootData: x,
              dynamicAnchors: N,
            }) || ((s = s === null ? G.errors : s.concat(G.errors)), (e = s.length));
            var i = n === e;
          } else var i = !0;
      }
    } else
      return (
        (he.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((he.errors = s), e === 0);
}
he.evaluated = { props: { file: !0, input: !0, outputs: !0 }, dynamicProps: !1, dynamicItems: !1 };
function ie(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = ie.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let u;
      if (
        (r.file === void 0 && (u = 'file')) ||
        (r.input === void 0 && (u = 'input')) ||
        (r.output === void 0 && (u = 'output')) ||
        (r.minimumConfidence === void 0 && (u = 'minimumConfidence'))
      )
        return (
          (ie.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: u },
              message: "must have required property '" + u + "'",
            },
          ]),
          !1
        );
      if (r.file !== void 0) {
        let n = e;
        if (typeof r.file != 'string')
          return (
            (ie.errors = [
              {
                instancePath: t + '/file',
                schemaPath: '#/properties/file/type',
                keyword: 'type',
                params: { type: 'string' },
                message: 'must be string',
              },
            ]),
            !1
          );
        var i = n === e;
      } else var i = !0;
      if (i) {
        if (r.input !== void 0) {
          let n = r.input,
            o = e;
          if (e === e)
            if (n && typeof n == 'object' && !Array.isArray(n)) {
              let h;
              if (
                (n.name === void 0 && (h = 'name')) ||
                (n.layout === void 0 && (h = 'layout')) ||
                (n.dtype === void 0 && (h = 'dtype')) ||
                (n.colourSpace === void 0 && (h = 'colourSpace'))
              )
                return (
                  (ie.errors = [
                    {
                      instancePath: t + '/input',
                      schemaPath: '#/$defs/PixelInput/required',
                      keyword: 'required',
                      params: { missingProperty: h },
                      message: "must have required property '" + h + "'",
                    },
                  ]),
                  !1
                );
              if (n.name !== void 0) {
                let a = e;
                if (typeof n.name != 'string')
                  return (
                    (ie.errors = [
                      {
                        instancePath: t + '/input/name',
                        schemaPath: '#/$defs/PixelInput/properties/name/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ]),
                    !1
                  );
                var p = a === e;
              } else var p = !0;
              if (p) {
                if (n.layout !== void 0) {
                  let a = e;
                  if (n.layout !== 'NHWC')
                    return (
                      (ie.errors = [
                        {
                          instancePath: t + '/input/layout',
                          schemaPath: '#/$defs/PixelInput/properties/layout/const',
                          keyword: 'const',
                          params: { allowedValue: 'NHWC' },
                          message: 'must be equal to constant',
                        },
                      ]),
                      !1
                    );
                  var p = a === e;
                } else var p = !0;
                if (p) {
                  if (n.dtype !== void 0) {
                    let a = e;
                    if (n.dtype !== 'uint8')
                      return (
                        (ie.errors = [
                          {
                            instancePath: t + '/input/dtype',
                            schemaPath: '#/$defs/PixelInput/properties/dtype/const',
                            keyword: 'const',
                            params: { allowedValue: 'uint8' },
                            message: 'must be equal to constant',
                          },
                        ]),
                        !1
                      );
                    var p = a === e;
                  } else var p = !0;
                  if (p)
                    if (n.colourSpace !== void 0) {
                      let a = e;
                      if (n.colourSpace !== 'srgb')
                        return (
                          (ie.errors = [
                            {
                              instancePath: t + '/input/colourSpace',
                              schemaPath: '#/$defs/PixelInput/properties/colourSpace/const',
                              keyword: 'const',
                              params: { allowedValue: 'srgb' },
                              message: 'must be equal to constant',
                            },
                          ]),
                          !1
                        );
                      var p = a === e;
                    } else var p = !0;
                }
              }
            } else
              return (
                (ie.errors = [
                  {
                    instancePath: t + '/input',
                    schemaPath: '#/$defs/PixelInput/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  },
                ]),
                !1
              );
          var i = o === e;
        } else var i = !0;
        if (i) {
          if (r.output !== void 0) {
            let n = r.output,
              o = e;
            if (e === e)
              if (n && typeof n == 'object' && !Array.isArray(n)) {
                let h;
                if (n.name === void 0 && (h = 'name'))
                  return (
                    (ie.errors = [
                      {
                        instancePath: t + '/output',
                        schemaPath: '#/$defs/FacesOutput/required',
                        keyword: 'required',
                        params: { missingProperty: h },
                        message: "must have required property '" + h + "'",
                      },
                    ]),
                    !1
                  );
                if (n.name !== void 0 && typeof n.name != 'string')
                  return (
                    (ie.errors = [
                      {
                        instancePath: t + '/output/name',
                        schemaPath: '#/$defs/FacesOutput/properties/name/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ]),
                    !1
                  );
              } else
                return (
                  (ie.errors = [
                    {
                      instancePath: t + '/output',
                      schemaPath: '#/$defs/FacesOutput/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    },
                  ]),
                  !1
                );
            var i = o === e;
          } else var i = !0;
          if (i)
            if (r.minimumConfidence !== void 0) {
              let n = r.minimumConfidence,
                o = e;
              if (e === o)
                if (typeof n == 'number' && isFinite(n)) {
                  if (n > 1 || isNaN(n))
                    return (
                      (ie.errors = [
                        {
                          instancePath: t + '/minimumConfidence',
                          schemaPath: '#/properties/minimumConfidence/maximum',
                          keyword: 'maximum',
                          params: { comparison: '<=', limit: 1 },
                          message: 'must be <= 1',
                        },
                      ]),
                      !1
                    );
                  if (n < 0 || isNaN(n))
                    return (
                      (ie.errors = [
                        {
                          instancePath: t + '/minimumConfidence',
                          schemaPath: '#/properties/minimumConfidence/minimum',
                          keyword: 'minimum',
                          params: { comparison: '>=', limit: 0 },
                          message: 'must be >= 0',
                        },
                      ]),
                      !1
                    );
                } else
                  return (
                    (ie.errors = [
                      {
                        instancePath: t + '/minimumConfidence',
                        schemaPath: '#/properties/minimumConfidence/type',
                        keyword: 'type',
                        params: { type: 'number' },
                        message: 'must be number',
                      },
                    ]),
                    !1
                  );
              var i = o === e;
            } else var i = !0;
        }
      }
    } else
      return (
        (ie.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((ie.errors = s), e === 0);
}
ie.evaluated = {
  props: { file: !0, input: !0, output: !0, minimumConfidence: !0 },
  dynamicProps: !1,
  dynamicItems: !1,
};
var er = {
  description:
    'From what encoder and alignment give (inputs of the same names) to scores, one row for each kind of picture. Where regions are asked for, the input `explain` int64 [1] names the row, else it is -1.',
  type: 'object',
  required: ['file', 'calibration', 'inputs', 'outputs'],
  properties: {
    file: { description: 'ONNX file.', type: 'string' },
    calibration: { description: 'JSON file that follows scoring.schema.json.', type: 'string' },
    inputs: {
      description: 'Outputs of the encoder and of the alignment that the graph takes.',
      type: 'array',
      items: {
        type: 'string',
        enum: [
          'stride8',
          'stride16',
          'stride32',
          'head',
          'headDeviation',
          'classes',
          'low',
          'middle',
          'high',
          'lowAttention',
          'middleAttention',
          'highAttention',
        ],
      },
    },
    outputs: { $ref: '#/$defs/ScoringOutputs' },
  },
};
function ne(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = ne.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let n;
      if (
        (r.file === void 0 && (n = 'file')) ||
        (r.calibration === void 0 && (n = 'calibration')) ||
        (r.inputs === void 0 && (n = 'inputs')) ||
        (r.outputs === void 0 && (n = 'outputs'))
      )
        return (
          (ne.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: n },
              message: "must have required property '" + n + "'",
            },
          ]),
          !1
        );
      if (r.file !== void 0) {
        let o = e;
        if (typeof r.file != 'string')
          return (
            (ne.errors = [
              {
                instancePath: t + '/file',
                schemaPath: '#/properties/file/type',
                keyword: 'type',
                params: { type: 'string' },
                message: 'must be string',
              },
            ]),
            !1
          );
        var i = o === e;
      } else var i = !0;
      if (i) {
        if (r.calibration !== void 0) {
          let o = e;
          if (typeof r.calibration != 'string')
            return (
              (ne.errors = [
                {
                  instancePath: t + '/calibration',
                  schemaPath: '#/properties/calibration/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                },
              ]),
              !1
            );
          var i = o === e;
        } else var i = !0;
        if (i) {
          if (r.inputs !== void 0) {
            let o = r.inputs,
              f = e;
            if (e === f)
              if (Array.isArray(o)) {
                var p = !0;
                let h = o.length;
                for (let a = 0; a < h; a++) {
                  let m = o[a],
                    v = e;
                  if (typeof m != 'string')
                    return (
                      (ne.errors = [
                        {
                          instancePath: t + '/inputs/' + a,
                          schemaPath: '#/properties/inputs/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        },
                      ]),
                      !1
                    );
                  if (!(
                    m === 'stride8' ||
                    m === 'stride16' ||
                    m === 'stride32' ||
                    m === 'head' ||
                    m === 'headDeviation' ||
                    m === 'classes' ||
                    m === 'low' ||
                    m === 'middle' ||
                    m === 'high' ||
                    m === 'lowAttention' ||
                    m === 'middleAttention' ||
                    m === 'highAttention'
                  ))
                    return (
                      (ne.errors = [
                        {
                          instancePath: t + '/inputs/' + a,
                          schemaPath: '#/properties/inputs/items/enum',
                          keyword: 'enum',
                          params: { allowedValues: er.properties.inputs.items.enum },
                          message: 'must be equal to one of the allowed values',
                        },
                      ]),
                      !1
                    );
                  var p = v === e;
                  if (!p) break;
                }
              } else
                return (
                  (ne.errors = [
                    {
                      instancePath: t + '/inputs',
                      schemaPath: '#/properties/inputs/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                    },
                  ]),
                  !1
                );
            var i = f === e;
          } else var i = !0;
          if (i)
            if (r.outputs !== void 0) {
              let o = r.outputs,
                f = e;
              if (e === e)
                if (o && typeof o == 'object' && !Array.isArray(o)) {
                  let a;
                  if (
                    (o.distribution === void 0 && (a = 'distribution')) ||
                    (o.deviation === void 0 && (a = 'deviation')) ||
                    (o.domain === void 0 && (a = 'domain')) ||
                    (o.unfamiliarity === void 0 && (a = 'unfamiliarity')) ||
                    (o.regions === void 0 && (a = 'regions'))
                  )
                    return (
                      (ne.errors = [
                        {
                          instancePath: t + '/outputs',
                          schemaPath: '#/$defs/ScoringOutputs/required',
                          keyword: 'required',
                          params: { missingProperty: a },
                          message: "must have required property '" + a + "'",
                        },
                      ]),
                      !1
                    );
                  if (o.distribution !== void 0) {
                    let m = e;
                    if (typeof o.distribution != 'string')
                      return (
                        (ne.errors = [
                          {
                            instancePath: t + '/outputs/distribution',
                            schemaPath: '#/$defs/ScoringOutputs/properties/distribution/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                          },
                        ]),
                        !1
                      );
                    var u = m === e;
                  } else var u = !0;
                  if (u) {
                    if (o.deviation !== void 0) {
                      let m = e;
                      if (typeof o.deviation != 'string')
                        return (
                          (ne.errors = [
                            {
                              instancePath: t + '/outputs/deviation',
                              schemaPath: '#/$defs/ScoringOutputs/properties/deviation/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            },
                          ]),
                          !1
                        );
                      var u = m === e;
                    } else var u = !0;
                    if (u) {
                      if (o.domain !== void 0) {
                        let m = e;
                        if (typeof o.domain != 'string')
                          return (
                            (ne.errors = [
                              {
                                instancePath: t + '/outputs/domain',
                                schemaPath: '#/$defs/ScoringOutputs/properties/domain/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string',
                              },
                            ]),
                            !1
                          );
                        var u = m === e;
                      } else var u = !0;
                      if (u) {
                        if (o.unfamiliarity !== void 0) {
                          let m = e;
                          if (typeof o.unfamiliarity != 'string')
                            return (
                              (ne.errors = [
                                {
                                  instancePath: t + '/outputs/unfamiliarity',
                                  schemaPath:
                                    '#/$defs/ScoringOutputs/properties/unfamiliarity/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                  message: 'must be string',
                                },
                              ]),
                              !1
                            );
                          var u = m === e;
                        } else var u = !0;
                        if (u)
                          if (o.regions !== void 0) {
                            let m = e;
                            if (typeof o.regions != 'string')
                              return (
                                (ne.errors = [
                                  {
                                    instancePath: t + '/outputs/regions',
                                    schemaPath: '#/$defs/ScoringOutputs/properties/regions/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                  },
                                ]),
                                !1
                              );
                            var u = m === e;
                          } else var u = !0;
                      }
                    }
                  }
                } else
                  return (
                    (ne.errors = [
                      {
                        instancePath: t + '/outputs',
                        schemaPath: '#/$defs/ScoringOutputs/type',
                        keyword: 'type',
                        params: { type: 'object' },
                        message: 'must be object',
                      },
                    ]),
                    !1
                  );
              var i = f === e;
            } else var i = !0;
        }
      }
    } else
      return (
        (ne.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((ne.errors = s), e === 0);
}
ne.evaluated = {
  props: { file: !0, calibration: !0, inputs: !0, outputs: !0 },
  dynamicProps: !1,
  dynamicItems: !1,
};
function I(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = I.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let v;
      if (
        (r.schema === void 0 && (v = 'schema')) ||
        (r.id === void 0 && (v = 'id')) ||
        (r.version === void 0 && (v = 'version')) ||
        (r.licence === void 0 && (v = 'licence')) ||
        (r.provenance === void 0 && (v = 'provenance')) ||
        (r.files === void 0 && (v = 'files')) ||
        (r.encoder === void 0 && (v = 'encoder')) ||
        (r.faces === void 0 && (v = 'faces')) ||
        (r.detail === void 0 && (v = 'detail')) ||
        (r.alignment === void 0 && (v = 'alignment')) ||
        (r.scoring === void 0 && (v = 'scoring'))
      )
        return (
          (I.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: v },
              message: "must have required property '" + v + "'",
            },
          ]),
          !1
        );
      if (r.schema !== void 0) {
        let c = e;
        if (r.schema !== 1)
          return (
            (I.errors = [
              {
                instancePath: t + '/schema',
                schemaPath: '#/properties/schema/const',
                keyword: 'const',
                params: { allowedValue: 1 },
                message: 'must be equal to constant',
              },
            ]),
            !1
          );
        var i = c === e;
      } else var i = !0;
      if (i) {
        if (r.id !== void 0) {
          let c = e;
          if (typeof r.id != 'string')
            return (
              (I.errors = [
                {
                  instancePath: t + '/id',
                  schemaPath: '#/properties/id/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                },
              ]),
              !1
            );
          var i = c === e;
        } else var i = !0;
        if (i) {
          if (r.version !== void 0) {
            let c = e;
            if (typeof r.version != 'string')
              return (
                (I.errors = [
                  {
                    instancePath: t + '/version',
                    schemaPath: '#/properties/version/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                  },
                ]),
                !1
              );
            var i = c === e;
          } else var i = !0;
          if (i) {
            if (r.licence !== void 0) {
              let c = e;
              if (typeof r.licence != 'string')
                return (
                  (I.errors = [
                    {
                      instancePath: t + '/licence',
                      schemaPath: '#/properties/licence/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    },
                  ]),
                  !1
                );
              var i = c === e;
            } else var i = !0;
            if (i) {
              if (r.provenance !== void 0) {
                let c = r.provenance,
                  l = e;
                if (e === l)
                  if (Array.isArray(c)) {
                    var p = !0;
                    let g = c.length;
                    for (let _ = 0; _ < g; _++) {
                      let w = c[_],
                        P = e;
                      if (e === e)
                        if (w && typeof w == 'object' && !Array.isArray(w)) {
                          let b;
                          if (
                            (w.part === void 0 && (b = 'part')) ||
                            (w.source === void 0 && (b = 'source')) ||
                            (w.licence === void 0 && (b = 'licence'))
                          )
                            return (
                              (I.errors = [
                                {
                                  instancePath: t + '/provenance/' + _,
                                  schemaPath: '#/$defs/Provenance/required',
                                  keyword: 'required',
                                  params: { missingProperty: b },
                                  message: "must have required property '" + b + "'",
                                },
                              ]),
                              !1
                            );
                          if (w.part !== void 0) {
                            let A = e;
                            if (typeof w.part != 'string')
                              return (
                                (I.errors = [
                                  {
                                    instancePath: t + '/provenance/' + _ + '/part',
                                    schemaPath: '#/$defs/Provenance/properties/part/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                  },
                                ]),
                                !1
                              );
                            var u = A === e;
                          } else var u = !0;
                          if (u) {
                            if (w.source !== void 0) {
                              let A = e;
                              if (typeof w.source != 'string')
                                return (
                                  (I.errors = [
                                    {
                                      instancePath: t + '/provenance/' + _ + '/source',
                                      schemaPath: '#/$defs/Provenance/properties/source/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                      message: 'must be string',
                                    },
                                  ]),
                                  !1
                                );
                              var u = A === e;
                            } else var u = !0;
                            if (u) {
                              if (w.licence !== void 0) {
                                let A = e;
                                if (typeof w.licence != 'string')
                                  return (
                                    (I.errors = [
                                      {
                                        instancePath: t + '/provenance/' + _ + '/licence',
                                        schemaPath: '#/$defs/Provenance/properties/licence/type',
                                        keyword: 'type',
                                        params: { type: 'string' },
                                        message: 'must be string',
                                      },
                                    ]),
                                    !1
                                  );
                                var u = A === e;
                              } else var u = !0;
                              if (u)
                                if (w.url !== void 0) {
                                  let A = e;
                                  if (typeof w.url != 'string')
                                    return (
                                      (I.errors = [
                                        {
                                          instancePath: t + '/provenance/' + _ + '/url',
                                          schemaPath: '#/$defs/Provenance/properties/url/type',
                                          keyword: 'type',
                                          params: { type: 'string' },
                                          message: 'must be string',
                                        },
                                      ]),
                                      !1
                                    );
                                  var u = A === e;
                                } else var u = !0;
                            }
                          }
                        } else
                          return (
                            (I.errors = [
                              {
                                instancePath: t + '/provenance/' + _,
                                schemaPath: '#/$defs/Provenance/type',
                                keyword: 'type',
                                params: { type: 'object' },
                                message: 'must be object',
                              },
                            ]),
                            !1
                          );
                      var p = P === e;
                      if (!p) break;
                    }
                  } else
                    return (
                      (I.errors = [
                        {
                          instancePath: t + '/provenance',
                          schemaPath: '#/properties/provenance/type',
                          keyword: 'type',
                          params: { type: 'array' },
                          message: 'must be array',
                        },
                      ]),
                      !1
                    );
                var i = l === e;
              } else var i = !0;
              if (i) {
                if (r.files !== void 0) {
                  let c = r.files,
                    l = e;
                  if (e === l)
                    if (c && typeof c == 'object' && !Array.isArray(c))
                      for (let g in c) {
                        let _ = c[g],
                          w = e;
                        if (e === e)
                          if (_ && typeof _ == 'object' && !Array.isArray(_)) {
                            let q;
                            if (
                              (_.sha256 === void 0 && (q = 'sha256')) ||
                              (_.bytes === void 0 && (q = 'bytes'))
                            )
                              return (
                                (I.errors = [
                                  {
                                    instancePath:
                                      t + '/files/' + g.replace(/~/g, '~0').replace(/\//g, '~1'),
                                    schemaPath: '#/$defs/BundleFile/required',
                                    keyword: 'required',
                                    params: { missingProperty: q },
                                    message: "must have required property '" + q + "'",
                                  },
                                ]),
                                !1
                              );
                            if (_.sha256 !== void 0) {
                              let j = e;
                              if (typeof _.sha256 != 'string')
                                return (
                                  (I.errors = [
                                    {
                                      instancePath:
                                        t +
                                        '/files/' +
                                        g.replace(/~/g, '~0').replace(/\//g, '~1') +
                                        '/sha256',
                                      schemaPath: '#/$defs/BundleFile/properties/sha256/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                      message: 'must be string',
                                    },
                                  ]),
                                  !1
                                );
                              var n = j === e;
                            } else var n = !0;
                            if (n)
                              if (_.bytes !== void 0) {
                                let j = _.bytes,
                                  b = e;
                                if (!(typeof j == 'number' && !(j % 1) && !isNaN(j) && isFinite(j)))
                                  return (
                                    (I.errors = [
                                      {
                                        instancePath:
                                          t +
                                          '/files/' +
                                          g.replace(/~/g, '~0').replace(/\//g, '~1') +
                                          '/bytes',
                                        schemaPath: '#/$defs/BundleFile/properties/bytes/type',
                                        keyword: 'type',
                                        params: { type: 'integer' },
                                        message: 'must be integer',
                                      },
                                    ]),
                                    !1
                                  );
                                if (
                                  e === b &&
                                  typeof j == 'number' &&
                                  isFinite(j) &&
                                  (j < 0 || isNaN(j))
                                )
                                  return (
                                    (I.errors = [
                                      {
                                        instancePath:
                                          t +
                                          '/files/' +
                                          g.replace(/~/g, '~0').replace(/\//g, '~1') +
                                          '/bytes',
                                        schemaPath: '#/$defs/BundleFile/properties/bytes/minimum',
                                        keyword: 'minimum',
                                        params: { comparison: '>=', limit: 0 },
                                        message: 'must be >= 0',
                                      },
                                    ]),
                                    !1
                                  );
                                var n = b === e;
                              } else var n = !0;
                          } else
                            return (
                              (I.errors = [
                                {
                                  instancePath:
                                    t + '/files/' + g.replace(/~/g, '~0').replace(/\//g, '~1'),
                                  schemaPath: '#/$defs/BundleFile/type',
                                  keyword: 'type',
                                  params: { type: 'object' },
                                  message: 'must be object',
                                },
                              ]),
                              !1
                            );
                        var o = w === e;
                        if (!o) break;
                      }
                    else
                      return (
                        (I.errors = [
                          {
                            instancePath: t + '/files',
                            schemaPath: '#/properties/files/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            message: 'must be object',
                          },
                        ]),
                        !1
                      );
                  var i = l === e;
                } else var i = !0;
                if (i) {
                  if (r.encoder !== void 0) {
                    let c = e;
                    he(r.encoder, {
                      instancePath: t + '/encoder',
                      parentData: r,
                      parentDataProperty: 'encoder',
                      rootData: x,
                      dynamicAnchors: N,
                    }) || ((s = s === null ? he.errors : s.concat(he.errors)), (e = s.length));
                    var i = c === e;
                  } else var i = !0;
                  if (i) {
                    if (r.faces !== void 0) {
                      let c = e;
                      ie(r.faces, {
                        instancePath: t + '/faces',
                        parentData: r,
                        parentDataProperty: 'faces',
                        rootData: x,
                        dynamicAnchors: N,
                      }) || ((s = s === null ? ie.errors : s.concat(ie.errors)), (e = s.length));
                      var i = c === e;
                    } else var i = !0;
                    if (i) {
                      if (r.scoring !== void 0) {
                        let c = e;
                        ne(r.scoring, {
                          instancePath: t + '/scoring',
                          parentData: r,
                          parentDataProperty: 'scoring',
                          rootData: x,
                          dynamicAnchors: N,
                        }) || ((s = s === null ? ne.errors : s.concat(ne.errors)), (e = s.length));
                        var i = c === e;
                      } else var i = !0;
                      if (i) {
                        if (r.detail !== void 0) {
                          let c = r.detail,
                            l = e;
                          if (e === e)
                            if (c && typeof c == 'object' && !Array.isArray(c)) {
                              let _;
                              if (
                                (c.file === void 0 && (_ = 'file')) ||
                                (c.side === void 0 && (_ = 'side')) ||
                                (c.width === void 0 && (_ = 'width'))
                              )
                                return (
                                  (I.errors = [
                                    {
                                      instancePath: t + '/detail',
                                      schemaPath: '#/$defs/DetailGraph/required',
                                      keyword: 'required',
                                      params: { missingProperty: _ },
                                      message: "must have required property '" + _ + "'",
                                    },
                                  ]),
                                  !1
                                );
                              if (c.file !== void 0) {
                                let w = e;
                                if (typeof c.file != 'string')
                                  return (
                                    (I.errors = [
                                      {
                                        instancePath: t + '/detail/file',
                                        schemaPath: '#/$defs/DetailGraph/properties/file/type',
                                        keyword: 'type',
                                        params: { type: 'string' },
                                        message: 'must be string',
                                      },
                                    ]),
                                    !1
                                  );
                                var f = w === e;
                              } else var f = !0;
                              if (f) {
                                if (c.side !== void 0) {
                                  let w = c.side,
                                    P = e;
                                  if (!(
                                    typeof w == 'number' &&
                                    !(w % 1) &&
                                    !isNaN(w) &&
                                    isFinite(w)
                                  ))
                                    return (
                                      (I.errors = [
                                        {
                                          instancePath: t + '/detail/side',
                                          schemaPath: '#/$defs/DetailGraph/properties/side/type',
                                          keyword: 'type',
                                          params: { type: 'integer' },
                                          message: 'must be integer',
                                        },
                                      ]),
                                      !1
                                    );
                                  if (e === P && typeof w == 'number' && isFinite(w)) {
                                    if (w > 192 || isNaN(w))
                                      return (
                                        (I.errors = [
                                          {
                                            instancePath: t + '/detail/side',
                                            schemaPath:
                                              '#/$defs/DetailGraph/properties/side/maximum',
                                            keyword: 'maximum',
                                            params: { comparison: '<=', limit: 192 },
                                            message: 'must be <= 192',
                                          },
                                        ]),
                                        !1
                                      );
                                    if (w < 8 || isNaN(w))
                                      return (
                                        (I.errors = [
                                          {
                                            instancePath: t + '/detail/side',
                                            schemaPath:
                                              '#/$defs/DetailGraph/properties/side/minimum',
                                            keyword: 'minimum',
                                            params: { comparison: '>=', limit: 8 },
                                            message: 'must be >= 8',
                                          },
                                        ]),
                                        !1
                                      );
                                  }
                                  var f = P === e;
                                } else var f = !0;
                                if (f)
                                  if (c.width !== void 0) {
                                    let w = c.width,
                                      P = e;
                                    if (!(
                                      typeof w == 'number' &&
                                      !(w % 1) &&
                                      !isNaN(w) &&
                                      isFinite(w)
                                    ))
                                      return (
                                        (I.errors = [
                                          {
                                            instancePath: t + '/detail/width',
                                            schemaPath: '#/$defs/DetailGraph/properties/width/type',
                                            keyword: 'type',
                                            params: { type: 'integer' },
                                            message: 'must be integer',
                                          },
                                        ]),
                                        !1
                                      );
                                    if (
                                      e === P &&
                                      typeof w == 'number' &&
                                      isFinite(w) &&
                                      (w < 1 || isNaN(w))
                                    )
                                      return (
                                        (I.errors = [
                                          {
                                            instancePath: t + '/detail/width',
                                            schemaPath:
                                              '#/$defs/DetailGraph/properties/width/minimum',
                                            keyword: 'minimum',
                                            params: { comparison: '>=', limit: 1 },
                                            message: 'must be >= 1',
                                          },
                                        ]),
                                        !1
                                      );
                                    var f = P === e;
                                  } else var f = !0;
                              }
                            } else
                              return (
                                (I.errors = [
                                  {
                                    instancePath: t + '/detail',
                                    schemaPath: '#/$defs/DetailGraph/type',
                                    keyword: 'type',
                                    params: { type: 'object' },
                                    message: 'must be object',
                                  },
                                ]),
                                !1
                              );
                          var i = l === e;
                        } else var i = !0;
                        if (i) {
                          if (r.alignment !== void 0) {
                            let c = r.alignment,
                              l = e;
                            if (e === e)
                              if (c && typeof c == 'object' && !Array.isArray(c)) {
                                let _;
                                if (
                                  (c.file === void 0 && (_ = 'file')) ||
                                  (c.calibration === void 0 && (_ = 'calibration')) ||
                                  (c.inputs === void 0 && (_ = 'inputs')) ||
                                  (c.queries === void 0 && (_ = 'queries')) ||
                                  (c.width === void 0 && (_ = 'width')) ||
                                  (c.themeWidth === void 0 && (_ = 'themeWidth')) ||
                                  (c.changes === void 0 && (_ = 'changes'))
                                )
                                  return (
                                    (I.errors = [
                                      {
                                        instancePath: t + '/alignment',
                                        schemaPath: '#/$defs/AlignmentGraph/required',
                                        keyword: 'required',
                                        params: { missingProperty: _ },
                                        message: "must have required property '" + _ + "'",
                                      },
                                    ]),
                                    !1
                                  );
                                if (c.file !== void 0) {
                                  let w = e;
                                  if (typeof c.file != 'string')
                                    return (
                                      (I.errors = [
                                        {
                                          instancePath: t + '/alignment/file',
                                          schemaPath: '#/$defs/AlignmentGraph/properties/file/type',
                                          keyword: 'type',
                                          params: { type: 'string' },
                                          message: 'must be string',
                                        },
                                      ]),
                                      !1
                                    );
                                  var y = w === e;
                                } else var y = !0;
                                if (y) {
                                  if (c.calibration !== void 0) {
                                    let w = e;
                                    if (typeof c.calibration != 'string')
                                      return (
                                        (I.errors = [
                                          {
                                            instancePath: t + '/alignment/calibration',
                                            schemaPath:
                                              '#/$defs/AlignmentGraph/properties/calibration/type',
                                            keyword: 'type',
                                            params: { type: 'string' },
                                            message: 'must be string',
                                          },
                                        ]),
                                        !1
                                      );
                                    var y = w === e;
                                  } else var y = !0;
                                  if (y) {
                                    if (c.inputs !== void 0) {
                                      let w = c.inputs,
                                        P = e;
                                      if (e === P)
                                        if (Array.isArray(w)) {
                                          var h = !0;
                                          let j = w.length;
                                          for (let b = 0; b < j; b++) {
                                            let A = w[b],
                                              V = e;
                                            if (!(
                                              A === 'stride8' ||
                                              A === 'stride16' ||
                                              A === 'stride32' ||
                                              A === 'head' ||
                                              A === 'headDeviation' ||
                                              A === 'classes'
                                            ))
                                              return (
                                                (I.errors = [
                                                  {
                                                    instancePath: t + '/alignment/inputs/' + b,
                                                    schemaPath:
                                                      '#/$defs/AlignmentGraph/properties/inputs/items/enum',
                                                    keyword: 'enum',
                                                    params: {
                                                      allowedValues:
                                                        Ze.properties.inputs.items.enum,
                                                    },
                                                    message:
                                                      'must be equal to one of the allowed values',
                                                  },
                                                ]),
                                                !1
                                              );
                                            var h = V === e;
                                            if (!h) break;
                                          }
                                        } else
                                          return (
                                            (I.errors = [
                                              {
                                                instancePath: t + '/alignment/inputs',
                                                schemaPath:
                                                  '#/$defs/AlignmentGraph/properties/inputs/type',
                                                keyword: 'type',
                                                params: { type: 'array' },
                                                message: 'must be array',
                                              },
                                            ]),
                                            !1
                                          );
                                      var y = P === e;
                                    } else var y = !0;
                                    if (y) {
                                      if (c.queries !== void 0) {
                                        let w = c.queries,
                                          P = e;
                                        if (!(
                                          typeof w == 'number' &&
                                          !(w % 1) &&
                                          !isNaN(w) &&
                                          isFinite(w)
                                        ))
                                          return (
                                            (I.errors = [
                                              {
                                                instancePath: t + '/alignment/queries',
                                                schemaPath:
                                                  '#/$defs/AlignmentGraph/properties/queries/type',
                                                keyword: 'type',
                                                params: { type: 'integer' },
                                                message: 'must be integer',
                                              },
                                            ]),
                                            !1
                                          );
                                        if (
                                          e === P &&
                                          typeof w == 'number' &&
                                          isFinite(w) &&
                                          (w < 1 || isNaN(w))
                                        )
                                          return (
                                            (I.errors = [
                                              {
                                                instancePath: t + '/alignment/queries',
                                                schemaPath:
                                                  '#/$defs/AlignmentGraph/properties/queries/minimum',
                                                keyword: 'minimum',
                                                params: { comparison: '>=', limit: 1 },
                                                message: 'must be >= 1',
                                              },
                                            ]),
                                            !1
                                          );
                                        var y = P === e;
                                      } else var y = !0;
                                      if (y) {
                                        if (c.width !== void 0) {
                                          let w = c.width,
                                            P = e;
                                          if (!(
                                            typeof w == 'number' &&
                                            !(w % 1) &&
                                            !isNaN(w) &&
                                            isFinite(w)
                                          ))
                                            return (
                                              (I.errors = [
                                                {
                                                  instancePath: t + '/alignment/width',
                                                  schemaPath:
                                                    '#/$defs/AlignmentGraph/properties/width/type',
                                                  keyword: 'type',
                                                  params: { type: 'integer' },
                                                  message: 'must be integer',
                                                },
                                              ]),
                                              !1
                                            );
                                          if (
                                            e === P &&
                                            typeof w == 'number' &&
                                            isFinite(w) &&
                                            (w < 1 || isNaN(w))
                                          )
                                            return (
                                              (I.errors = [
                                                {
                                                  instancePath: t + '/alignment/width',
                                                  schemaPath:
                                                    '#/$defs/AlignmentGraph/properties/width/minimum',
                                                  keyword: 'minimum',
                                                  params: { comparison: '>=', limit: 1 },
                                                  message: 'must be >= 1',
                                                },
                                              ]),
                                              !1
                                            );
                                          var y = P === e;
                                        } else var y = !0;
                                        if (y) {
                                          if (c.themeWidth !== void 0) {
                                            let w = c.themeWidth,
                                              P = e;
                                            if (!(
                                              typeof w == 'number' &&
                                              !(w % 1) &&
                                              !isNaN(w) &&
                                              isFinite(w)
                                            ))
                                              return (
                                                (I.errors = [
                                                  {
                                                    instancePath: t + '/alignment/themeWidth',
                                                    schemaPath:
                                                      '#/$defs/AlignmentGraph/properties/themeWidth/type',
                                                    keyword: 'type',
                                                    params: { type: 'integer' },
                                                    message: 'must be integer',
                                                  },
                                                ]),
                                                !1
                                              );
                                            if (
                                              e === P &&
                                              typeof w == 'number' &&
                                              isFinite(w) &&
                                              (w < 1 || isNaN(w))
                                            )
                                              return (
                                                (I.errors = [
                                                  {
                                                    instancePath: t + '/alignment/themeWidth',
                                                    schemaPath:
                                                      '#/$defs/AlignmentGraph/properties/themeWidth/minimum',
                                                    keyword: 'minimum',
                                                    params: { comparison: '>=', limit: 1 },
                                                    message: 'must be >= 1',
                                                  },
                                                ]),
                                                !1
                                              );
                                            var y = P === e;
                                          } else var y = !0;
                                          if (y)
                                            if (c.changes !== void 0) {
                                              let w = c.changes,
                                                P = e;
                                              if (e === P)
                                                if (Array.isArray(w)) {
                                                  var a = !0;
                                                  let j = w.length;
                                                  for (let b = 0; b < j; b++) {
                                                    let A = e;
                                                    if (typeof w[b] != 'string')
                                                      return (
                                                        (I.errors = [
                                                          {
                                                            instancePath:
                                                              t + '/alignment/changes/' + b,
                                                            schemaPath:
                                                              '#/$defs/AlignmentGraph/properties/changes/items/type',
                                                            keyword: 'type',
                                                            params: { type: 'string' },
                                                            message: 'must be string',
                                                          },
                                                        ]),
                                                        !1
                                                      );
                                                    var a = A === e;
                                                    if (!a) break;
                                                  }
                                                } else
                                                  return (
                                                    (I.errors = [
                                                      {
                                                        instancePath: t + '/alignment/changes',
                                                        schemaPath:
                                                          '#/$defs/AlignmentGraph/properties/changes/type',
                                                        keyword: 'type',
                                                        params: { type: 'array' },
                                                        message: 'must be array',
                                                      },
                                                    ]),
                                                    !1
                                                  );
                                              var y = P === e;
                                            } else var y = !0;
                                        }
                                      }
                                    }
                                  }
                                }
                              } else
                                return (
                                  (I.errors = [
                                    {
                                      instancePath: t + '/alignment',
                                      schemaPath: '#/$defs/AlignmentGraph/type',
                                      keyword: 'type',
                                      params: { type: 'object' },
                                      message: 'must be object',
                                    },
                                  ]),
                                  !1
                                );
                            var i = l === e;
                          } else var i = !0;
                          if (i) {
                            if (r.text !== void 0) {
                              let c = r.text,
                                l = e;
                              if (e === e)
                                if (c && typeof c == 'object' && !Array.isArray(c)) {
                                  let _;
                                  if (
                                    (c.file === void 0 && (_ = 'file')) ||
                                    (c.tokenizer === void 0 && (_ = 'tokenizer')) ||
                                    (c.tokens === void 0 && (_ = 'tokens')) ||
                                    (c.width === void 0 && (_ = 'width')) ||
                                    (c.ask === void 0 && (_ = 'ask'))
                                  )
                                    return (
                                      (I.errors = [
                                        {
                                          instancePath: t + '/text',
                                          schemaPath: '#/$defs/TextGraphs/required',
                                          keyword: 'required',
                                          params: { missingProperty: _ },
                                          message: "must have required property '" + _ + "'",
                                        },
                                      ]),
                                      !1
                                    );
                                  if (c.file !== void 0) {
                                    let w = e;
                                    if (typeof c.file != 'string')
                                      return (
                                        (I.errors = [
                                          {
                                            instancePath: t + '/text/file',
                                            schemaPath: '#/$defs/TextGraphs/properties/file/type',
                                            keyword: 'type',
                                            params: { type: 'string' },
                                            message: 'must be string',
                                          },
                                        ]),
                                        !1
                                      );
                                    var m = w === e;
                                  } else var m = !0;
                                  if (m) {
                                    if (c.tokenizer !== void 0) {
                                      let w = e;
                                      if (typeof c.tokenizer != 'string')
                                        return (
                                          (I.errors = [
                                            {
                                              instancePath: t + '/text/tokenizer',
                                              schemaPath:
                                                '#/$defs/TextGraphs/properties/tokenizer/type',
                                              keyword: 'type',
                                              params: { type: 'string' },
                                              message: 'must be string',
                                            },
                                          ]),
                                          !1
                                        );
                                      var m = w === e;
                                    } else var m = !0;
                                    if (m) {
                                      if (c.tokens !== void 0) {
                                        let w = c.tokens,
                                          P = e;
                                        if (!(
                                          typeof w == 'number' &&
                                          !(w % 1) &&
                                          !isNaN(w) &&
                                          isFinite(w)
                                        ))
                                          return (
                                            (I.errors = [
                                              {
                                                instancePath: t + '/text/tokens',
                                                schemaPath:
                                                  '#/$defs/TextGraphs/properties/tokens/type',
                                                keyword: 'type',
                                                params: { type: 'integer' },
                                                message: 'must be integer',
                                              },
                                            ]),
                                            !1
                                          );
                                        if (
                                          e === P &&
                                          typeof w == 'number' &&
                                          isFinite(w) &&
                                          (w < 8 || isNaN(w))
                                        )
                                          return (
                                            (I.errors = [
                                              {
                                                instancePath: t + '/text/tokens',
                                                schemaPath:
                                                  '#/$defs/TextGraphs/properties/tokens/minimum',
                                                keyword: 'minimum',
                                                params: { comparison: '>=', limit: 8 },
                                                message: 'must be >= 8',
                                              },
                                            ]),
                                            !1
                                          );
                                        var m = P === e;
                                      } else var m = !0;
                                      if (m) {
                                        if (c.width !== void 0) {
                                          let w = c.width,
                                            P = e;
                                          if (!(
                                            typeof w == 'number' &&
                                            !(w % 1) &&
                                            !isNaN(w) &&
                                            isFinite(w)
                                          ))
                                            return (
                                              (I.errors = [
                                                {
                                                  instancePath: t + '/text/width',
                                                  schemaPath:
                                                    '#/$defs/TextGraphs/properties/width/type',
                                                  keyword: 'type',
                                                  params: { type: 'integer' },
                                                  message: 'must be integer',
                                                },
                                              ]),
                                              !1
                                            );
                                          if (
                                            e === P &&
                                            typeof w == 'number' &&
                                            isFinite(w) &&
                                            (w < 1 || isNaN(w))
                                          )
                                            return (
                                              (I.errors = [
                                                {
                                                  instancePath: t + '/text/width',
                                                  schemaPath:
                                                    '#/$defs/TextGraphs/properties/width/minimum',
                                                  keyword: 'minimum',
                                                  params: { comparison: '>=', limit: 1 },
                                                  message: 'must be >= 1',
                                                },
                                              ]),
                                              !1
                                            );
                                          var m = P === e;
                                        } else var m = !0;
                                        if (m)
                                          if (c.ask !== void 0) {
                                            let w = e;
                                            if (typeof c.ask != 'string')
                                              return (
                                                (I.errors = [
                                                  {
                                                    instancePath: t + '/text/ask',
                                                    schemaPath:
                                                      '#/$defs/TextGraphs/properties/ask/type',
                                                    keyword: 'type',
                                                    params: { type: 'string' },
                                                    message: 'must be string',
                                                  },
                                                ]),
                                                !1
                                              );
                                            var m = w === e;
                                          } else var m = !0;
                                      }
                                    }
                                  }
                                } else
                                  return (
                                    (I.errors = [
                                      {
                                        instancePath: t + '/text',
                                        schemaPath: '#/$defs/TextGraphs/type',
                                        keyword: 'type',
                                        params: { type: 'object' },
                                        message: 'must be object',
                                      },
                                    ]),
                                    !1
                                  );
                              var i = l === e;
                            } else var i = !0;
                            if (i) {
                              if (r.suggestion !== void 0) {
                                let c = r.suggestion,
                                  l = e;
                                if (e === e)
                                  if (c && typeof c == 'object' && !Array.isArray(c)) {
                                    let _;
                                    if (c.calibration === void 0 && (_ = 'calibration'))
                                      return (
                                        (I.errors = [
                                          {
                                            instancePath: t + '/suggestion',
                                            schemaPath: '#/$defs/SuggestionFile/required',
                                            keyword: 'required',
                                            params: { missingProperty: _ },
                                            message: "must have required property '" + _ + "'",
                                          },
                                        ]),
                                        !1
                                      );
                                    if (
                                      c.calibration !== void 0 &&
                                      typeof c.calibration != 'string'
                                    )
                                      return (
                                        (I.errors = [
                                          {
                                            instancePath: t + '/suggestion/calibration',
                                            schemaPath:
                                              '#/$defs/SuggestionFile/properties/calibration/type',
                                            keyword: 'type',
                                            params: { type: 'string' },
                                            message: 'must be string',
                                          },
                                        ]),
                                        !1
                                      );
                                  } else
                                    return (
                                      (I.errors = [
                                        {
                                          instancePath: t + '/suggestion',
                                          schemaPath: '#/$defs/SuggestionFile/type',
                                          keyword: 'type',
                                          params: { type: 'object' },
                                          message: 'must be object',
                                        },
                                      ]),
                                      !1
                                    );
                                var i = l === e;
                              } else var i = !0;
                              if (i)
                                if (r.faults !== void 0) {
                                  let c = r.faults,
                                    l = e;
                                  if (e === e)
                                    if (c && typeof c == 'object' && !Array.isArray(c)) {
                                      let _;
                                      if (c.calibration === void 0 && (_ = 'calibration'))
                                        return (
                                          (I.errors = [
                                            {
                                              instancePath: t + '/faults',
                                              schemaPath: '#/$defs/FaultsFile/required',
                                              keyword: 'required',
                                              params: { missingProperty: _ },
                                              message: "must have required property '" + _ + "'",
                                            },
                                          ]),
                                          !1
                                        );
                                      if (
                                        c.calibration !== void 0 &&
                                        typeof c.calibration != 'string'
                                      )
                                        return (
                                          (I.errors = [
                                            {
                                              instancePath: t + '/faults/calibration',
                                              schemaPath:
                                                '#/$defs/FaultsFile/properties/calibration/type',
                                              keyword: 'type',
                                              params: { type: 'string' },
                                              message: 'must be string',
                                            },
                                          ]),
                                          !1
                                        );
                                    } else
                                      return (
                                        (I.errors = [
                                          {
                                            instancePath: t + '/faults',
                                            schemaPath: '#/$defs/FaultsFile/type',
                                            keyword: 'type',
                                            params: { type: 'object' },
                                            message: 'must be object',
                                          },
                                        ]),
                                        !1
                                      );
                                  var i = l === e;
                                } else var i = !0;
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return (
        (I.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((I.errors = s), e === 0);
}
I.evaluated = {
  props: {
    schema: !0,
    id: !0,
    version: !0,
    licence: !0,
    provenance: !0,
    files: !0,
    encoder: !0,
    faces: !0,
    scoring: !0,
    detail: !0,
    alignment: !0,
    text: !0,
    suggestion: !0,
    faults: !0,
  },
  dynamicProps: !1,
  dynamicItems: !1,
};
var nr = X;
function X(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = X.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let v;
      if (
        (r.schema === void 0 && (v = 'schema')) ||
        (r.presence === void 0 && (v = 'presence')) ||
        (r.prior === void 0 && (v = 'prior')) ||
        (r.amounts === void 0 && (v = 'amounts'))
      )
        return (
          (X.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: v },
              message: "must have required property '" + v + "'",
            },
          ]),
          !1
        );
      if (r.schema !== void 0) {
        let c = e;
        if (r.schema !== 1)
          return (
            (X.errors = [
              {
                instancePath: t + '/schema',
                schemaPath: '#/properties/schema/const',
                keyword: 'const',
                params: { allowedValue: 1 },
                message: 'must be equal to constant',
              },
            ]),
            !1
          );
        var i = c === e;
      } else var i = !0;
      if (i) {
        if (r.presence !== void 0) {
          let c = r.presence,
            l = e;
          if (e === e)
            if (c && typeof c == 'object' && !Array.isArray(c)) {
              let _;
              if (
                (c.attributes === void 0 && (_ = 'attributes')) ||
                (c.seen === void 0 && (_ = 'seen')) ||
                (c.kinds === void 0 && (_ = 'kinds')) ||
                (c.weights === void 0 && (_ = 'weights')) ||
                (c.bias === void 0 && (_ = 'bias'))
              )
                return (
                  (X.errors = [
                    {
                      instancePath: t + '/presence',
                      schemaPath: '#/$defs/PresenceModel/required',
                      keyword: 'required',
                      params: { missingProperty: _ },
                      message: "must have required property '" + _ + "'",
                    },
                  ]),
                  !1
                );
              if (c.attributes !== void 0) {
                let w = c.attributes,
                  P = e;
                if (e === P)
                  if (Array.isArray(w)) {
                    var p = !0;
                    let q = w.length;
                    for (let j = 0; j < q; j++) {
                      let b = e;
                      if (typeof w[j] != 'string')
                        return (
                          (X.errors = [
                            {
                              instancePath: t + '/presence/attributes/' + j,
                              schemaPath: '#/$defs/PresenceModel/properties/attributes/items/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            },
                          ]),
                          !1
                        );
                      var p = b === e;
                      if (!p) break;
                    }
                  } else
                    return (
                      (X.errors = [
                        {
                          instancePath: t + '/presence/attributes',
                          schemaPath: '#/$defs/PresenceModel/properties/attributes/type',
                          keyword: 'type',
                          params: { type: 'array' },
                          message: 'must be array',
                        },
                      ]),
                      !1
                    );
                var u = P === e;
              } else var u = !0;
              if (u) {
                if (c.seen !== void 0) {
                  let w = c.seen,
                    P = e;
                  if (e === P)
                    if (Array.isArray(w)) {
                      var n = !0;
                      let j = w.length;
                      for (let b = 0; b < j; b++) {
                        let A = e;
                        if (typeof w[b] != 'string')
                          return (
                            (X.errors = [
                              {
                                instancePath: t + '/presence/seen/' + b,
                                schemaPath: '#/$defs/PresenceModel/properties/seen/items/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string',
                              },
                            ]),
                            !1
                          );
                        var n = A === e;
                        if (!n) break;
                      }
                    } else
                      return (
                        (X.errors = [
                          {
                            instancePath: t + '/presence/seen',
                            schemaPath: '#/$defs/PresenceModel/properties/seen/type',
                            keyword: 'type',
                            params: { type: 'array' },
                            message: 'must be array',
                          },
                        ]),
                        !1
                      );
                  var u = P === e;
                } else var u = !0;
                if (u) {
                  if (c.kinds !== void 0) {
                    let w = c.kinds,
                      P = e;
                    if (e === P)
                      if (Array.isArray(w)) {
                        var o = !0;
                        let j = w.length;
                        for (let b = 0; b < j; b++) {
                          let A = e;
                          if (typeof w[b] != 'string')
                            return (
                              (X.errors = [
                                {
                                  instancePath: t + '/presence/kinds/' + b,
                                  schemaPath: '#/$defs/PresenceModel/properties/kinds/items/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                  message: 'must be string',
                                },
                              ]),
                              !1
                            );
                          var o = A === e;
                          if (!o) break;
                        }
                      } else
                        return (
                          (X.errors = [
                            {
                              instancePath: t + '/presence/kinds',
                              schemaPath: '#/$defs/PresenceModel/properties/kinds/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array',
                            },
                          ]),
                          !1
                        );
                    var u = P === e;
                  } else var u = !0;
                  if (u) {
                    if (c.weights !== void 0) {
                      let w = c.weights,
                        P = e;
                      if (e === P)
                        if (Array.isArray(w)) {
                          var f = !0;
                          let j = w.length;
                          for (let b = 0; b < j; b++) {
                            let A = w[b],
                              V = e;
                            if (e === V)
                              if (Array.isArray(A)) {
                                var y = !0;
                                let F = A.length;
                                for (let $ = 0; $ < F; $++) {
                                  let S = A[$],
                                    oe = e;
                                  if (!(typeof S == 'number' && isFinite(S)))
                                    return (
                                      (X.errors = [
                                        {
                                          instancePath: t + '/presence/weights/' + b + '/' + $,
                                          schemaPath:
                                            '#/$defs/PresenceModel/properties/weights/items/items/type',
                                          keyword: 'type',
                                          params: { type: 'number' },
                                          message: 'must be number',
                                        },
                                      ]),
                                      !1
                                    );
                                  var y = oe === e;
                                  if (!y) break;
                                }
                              } else
                                return (
                                  (X.errors = [
                                    {
                                      instancePath: t + '/presence/weights/' + b,
                                      schemaPath:
                                        '#/$defs/PresenceModel/properties/weights/items/type',
                                      keyword: 'type',
                                      params: { type: 'array' },
                                      message: 'must be array',
                                    },
                                  ]),
                                  !1
                                );
                            var f = V === e;
                            if (!f) break;
                          }
                        } else
                          return (
                            (X.errors = [
                              {
                                instancePath: t + '/presence/weights',
                                schemaPath: '#/$defs/PresenceModel/properties/weights/type',
                                keyword: 'type',
                                params: { type: 'array' },
                                message: 'must be array',
                              },
                            ]),
                            !1
                          );
                      var u = P === e;
                    } else var u = !0;
                    if (u)
                      if (c.bias !== void 0) {
                        let w = c.bias,
                          P = e;
                        if (e === P)
                          if (Array.isArray(w)) {
                            var h = !0;
                            let j = w.length;
                            for (let b = 0; b < j; b++) {
                              let A = w[b],
                                V = e;
                              if (!(typeof A == 'number' && isFinite(A)))
                                return (
                                  (X.errors = [
                                    {
                                      instancePath: t + '/presence/bias/' + b,
                                      schemaPath:
                                        '#/$defs/PresenceModel/properties/bias/items/type',
                                      keyword: 'type',
                                      params: { type: 'number' },
                                      message: 'must be number',
                                    },
                                  ]),
                                  !1
                                );
                              var h = V === e;
                              if (!h) break;
                            }
                          } else
                            return (
                              (X.errors = [
                                {
                                  instancePath: t + '/presence/bias',
                                  schemaPath: '#/$defs/PresenceModel/properties/bias/type',
                                  keyword: 'type',
                                  params: { type: 'array' },
                                  message: 'must be array',
                                },
                              ]),
                              !1
                            );
                        var u = P === e;
                      } else var u = !0;
                  }
                }
              }
            } else
              return (
                (X.errors = [
                  {
                    instancePath: t + '/presence',
                    schemaPath: '#/$defs/PresenceModel/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  },
                ]),
                !1
              );
          var i = l === e;
        } else var i = !0;
        if (i) {
          if (r.prior !== void 0) {
            let c = r.prior,
              l = e;
            if (!(typeof c == 'number' && isFinite(c)))
              return (
                (X.errors = [
                  {
                    instancePath: t + '/prior',
                    schemaPath: '#/properties/prior/type',
                    keyword: 'type',
                    params: { type: 'number' },
                    message: 'must be number',
                  },
                ]),
                !1
              );
            var i = l === e;
          } else var i = !0;
          if (i)
            if (r.amounts !== void 0) {
              let c = r.amounts,
                l = e;
              if (e === l)
                if (c && typeof c == 'object' && !Array.isArray(c))
                  for (let g in c) {
                    let _ = c[g],
                      w = e;
                    if (e === e)
                      if (_ && typeof _ == 'object' && !Array.isArray(_)) {
                        let q;
                        if (
                          (_.base === void 0 && (q = 'base')) ||
                          (_.reading === void 0 && (q = 'reading')) ||
                          (_.seen === void 0 && (q = 'seen'))
                        )
                          return (
                            (X.errors = [
                              {
                                instancePath:
                                  t + '/amounts/' + g.replace(/~/g, '~0').replace(/\//g, '~1'),
                                schemaPath: '#/$defs/AmountModel/required',
                                keyword: 'required',
                                params: { missingProperty: q },
                                message: "must have required property '" + q + "'",
                              },
                            ]),
                            !1
                          );
                        if (_.base !== void 0) {
                          let j = _.base,
                            b = e;
                          if (!(typeof j == 'number' && isFinite(j)))
                            return (
                              (X.errors = [
                                {
                                  instancePath:
                                    t +
                                    '/amounts/' +
                                    g.replace(/~/g, '~0').replace(/\//g, '~1') +
                                    '/base',
                                  schemaPath: '#/$defs/AmountModel/properties/base/type',
                                  keyword: 'type',
                                  params: { type: 'number' },
                                  message: 'must be number',
                                },
                              ]),
                              !1
                            );
                          var a = b === e;
                        } else var a = !0;
                        if (a) {
                          if (_.reading !== void 0) {
                            let j = _.reading,
                              b = e;
                            if (!(typeof j == 'number' && isFinite(j)))
                              return (
                                (X.errors = [
                                  {
                                    instancePath:
                                      t +
                                      '/amounts/' +
                                      g.replace(/~/g, '~0').replace(/\//g, '~1') +
                                      '/reading',
                                    schemaPath: '#/$defs/AmountModel/properties/reading/type',
                                    keyword: 'type',
                                    params: { type: 'number' },
                                    message: 'must be number',
                                  },
                                ]),
                                !1
                              );
                            var a = b === e;
                          } else var a = !0;
                          if (a)
                            if (_.seen !== void 0) {
                              let j = _.seen,
                                b = e;
                              if (!(typeof j == 'number' && isFinite(j)))
                                return (
                                  (X.errors = [
                                    {
                                      instancePath:
                                        t +
                                        '/amounts/' +
                                        g.replace(/~/g, '~0').replace(/\//g, '~1') +
                                        '/seen',
                                      schemaPath: '#/$defs/AmountModel/properties/seen/type',
                                      keyword: 'type',
                                      params: { type: 'number' },
                                      message: 'must be number',
                                    },
                                  ]),
                                  !1
                                );
                              var a = b === e;
                            } else var a = !0;
                        }
                      } else
                        return (
                          (X.errors = [
                            {
                              instancePath:
                                t + '/amounts/' + g.replace(/~/g, '~0').replace(/\//g, '~1'),
                              schemaPath: '#/$defs/AmountModel/type',
                              keyword: 'type',
                              params: { type: 'object' },
                              message: 'must be object',
                            },
                          ]),
                          !1
                        );
                    var m = w === e;
                    if (!m) break;
                  }
                else
                  return (
                    (X.errors = [
                      {
                        instancePath: t + '/amounts',
                        schemaPath: '#/properties/amounts/type',
                        keyword: 'type',
                        params: { type: 'object' },
                        message: 'must be object',
                      },
                    ]),
                    !1
                  );
              var i = l === e;
            } else var i = !0;
        }
      }
    } else
      return (
        (X.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((X.errors = s), e === 0);
}
X.evaluated = {
  props: { schema: !0, presence: !0, prior: !0, amounts: !0 },
  dynamicProps: !1,
  dynamicItems: !1,
};
var or = J;
var rr = {
  description: 'What a score of this kind of picture means.',
  type: 'object',
  required: ['id', 'reference', 'interval', 'confidence'],
  properties: {
    id: { description: 'The kind.', type: 'string', enum: ['photograph', 'artwork', 'interface'] },
    reference: { $ref: '#/$defs/ReferenceSet' },
    interval: { $ref: '#/$defs/IntervalCalibration' },
    confidence: { $ref: '#/$defs/Curve' },
  },
};
function U(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = U.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let h;
      if (
        (r.id === void 0 && (h = 'id')) ||
        (r.reference === void 0 && (h = 'reference')) ||
        (r.interval === void 0 && (h = 'interval')) ||
        (r.confidence === void 0 && (h = 'confidence'))
      )
        return (
          (U.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: h },
              message: "must have required property '" + h + "'",
            },
          ]),
          !1
        );
      if (r.id !== void 0) {
        let a = r.id,
          m = e;
        if (typeof a != 'string')
          return (
            (U.errors = [
              {
                instancePath: t + '/id',
                schemaPath: '#/properties/id/type',
                keyword: 'type',
                params: { type: 'string' },
                message: 'must be string',
              },
            ]),
            !1
          );
        if (!(a === 'photograph' || a === 'artwork' || a === 'interface'))
          return (
            (U.errors = [
              {
                instancePath: t + '/id',
                schemaPath: '#/properties/id/enum',
                keyword: 'enum',
                params: { allowedValues: rr.properties.id.enum },
                message: 'must be equal to one of the allowed values',
              },
            ]),
            !1
          );
        var i = m === e;
      } else var i = !0;
      if (i) {
        if (r.reference !== void 0) {
          let a = r.reference,
            m = e;
          if (e === e)
            if (a && typeof a == 'object' && !Array.isArray(a)) {
              let l;
              if (
                (a.id === void 0 && (l = 'id')) ||
                (a.mean === void 0 && (l = 'mean')) ||
                (a.scores === void 0 && (l = 'scores'))
              )
                return (
                  (U.errors = [
                    {
                      instancePath: t + '/reference',
                      schemaPath: '#/$defs/ReferenceSet/required',
                      keyword: 'required',
                      params: { missingProperty: l },
                      message: "must have required property '" + l + "'",
                    },
                  ]),
                  !1
                );
              if (a.id !== void 0) {
                let d = e;
                if (typeof a.id != 'string')
                  return (
                    (U.errors = [
                      {
                        instancePath: t + '/reference/id',
                        schemaPath: '#/$defs/ReferenceSet/properties/id/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ]),
                    !1
                  );
                var p = d === e;
              } else var p = !0;
              if (p) {
                if (a.mean !== void 0) {
                  let d = a.mean,
                    g = e;
                  if (!(typeof d == 'number' && isFinite(d)))
                    return (
                      (U.errors = [
                        {
                          instancePath: t + '/reference/mean',
                          schemaPath: '#/$defs/ReferenceSet/properties/mean/type',
                          keyword: 'type',
                          params: { type: 'number' },
                          message: 'must be number',
                        },
                      ]),
                      !1
                    );
                  var p = g === e;
                } else var p = !0;
                if (p)
                  if (a.scores !== void 0) {
                    let d = a.scores,
                      g = e;
                    if (e === g)
                      if (Array.isArray(d)) {
                        if (d.length < 1)
                          return (
                            (U.errors = [
                              {
                                instancePath: t + '/reference/scores',
                                schemaPath: '#/$defs/ReferenceSet/properties/scores/minItems',
                                keyword: 'minItems',
                                params: { limit: 1 },
                                message: 'must NOT have fewer than 1 items',
                              },
                            ]),
                            !1
                          );
                        {
                          var u = !0;
                          let w = d.length;
                          for (let P = 0; P < w; P++) {
                            let q = d[P],
                              j = e;
                            if (!(typeof q == 'number' && isFinite(q)))
                              return (
                                (U.errors = [
                                  {
                                    instancePath: t + '/reference/scores/' + P,
                                    schemaPath: '#/$defs/ReferenceSet/properties/scores/items/type',
                                    keyword: 'type',
                                    params: { type: 'number' },
                                    message: 'must be number',
                                  },
                                ]),
                                !1
                              );
                            var u = j === e;
                            if (!u) break;
                          }
                        }
                      } else
                        return (
                          (U.errors = [
                            {
                              instancePath: t + '/reference/scores',
                              schemaPath: '#/$defs/ReferenceSet/properties/scores/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array',
                            },
                          ]),
                          !1
                        );
                    var p = g === e;
                  } else var p = !0;
              }
            } else
              return (
                (U.errors = [
                  {
                    instancePath: t + '/reference',
                    schemaPath: '#/$defs/ReferenceSet/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  },
                ]),
                !1
              );
          var i = m === e;
        } else var i = !0;
        if (i) {
          if (r.interval !== void 0) {
            let a = r.interval,
              m = e;
            if (e === e)
              if (a && typeof a == 'object' && !Array.isArray(a)) {
                let l;
                if (
                  (a.level === void 0 && (l = 'level')) ||
                  (a.perDeviation === void 0 && (l = 'perDeviation'))
                )
                  return (
                    (U.errors = [
                      {
                        instancePath: t + '/interval',
                        schemaPath: '#/$defs/IntervalCalibration/required',
                        keyword: 'required',
                        params: { missingProperty: l },
                        message: "must have required property '" + l + "'",
                      },
                    ]),
                    !1
                  );
                if (a.level !== void 0) {
                  let d = a.level,
                    g = e;
                  if (!(typeof d == 'number' && isFinite(d)))
                    return (
                      (U.errors = [
                        {
                          instancePath: t + '/interval/level',
                          schemaPath: '#/$defs/IntervalCalibration/properties/level/type',
                          keyword: 'type',
                          params: { type: 'number' },
                          message: 'must be number',
                        },
                      ]),
                      !1
                    );
                  var n = g === e;
                } else var n = !0;
                if (n)
                  if (a.perDeviation !== void 0) {
                    let d = a.perDeviation,
                      g = e;
                    if (!(typeof d == 'number' && isFinite(d)))
                      return (
                        (U.errors = [
                          {
                            instancePath: t + '/interval/perDeviation',
                            schemaPath: '#/$defs/IntervalCalibration/properties/perDeviation/type',
                            keyword: 'type',
                            params: { type: 'number' },
                            message: 'must be number',
                          },
                        ]),
                        !1
                      );
                    var n = g === e;
                  } else var n = !0;
              } else
                return (
                  (U.errors = [
                    {
                      instancePath: t + '/interval',
                      schemaPath: '#/$defs/IntervalCalibration/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    },
                  ]),
                  !1
                );
            var i = m === e;
          } else var i = !0;
          if (i)
            if (r.confidence !== void 0) {
              let a = r.confidence,
                m = e;
              if (e === e)
                if (a && typeof a == 'object' && !Array.isArray(a)) {
                  let l;
                  if ((a.x === void 0 && (l = 'x')) || (a.y === void 0 && (l = 'y')))
                    return (
                      (U.errors = [
                        {
                          instancePath: t + '/confidence',
                          schemaPath: '#/$defs/Curve/required',
                          keyword: 'required',
                          params: { missingProperty: l },
                          message: "must have required property '" + l + "'",
                        },
                      ]),
                      !1
                    );
                  if (a.x !== void 0) {
                    let d = a.x,
                      g = e;
                    if (e === g)
                      if (Array.isArray(d)) {
                        if (d.length < 1)
                          return (
                            (U.errors = [
                              {
                                instancePath: t + '/confidence/x',
                                schemaPath: '#/$defs/Curve/properties/x/minItems',
                                keyword: 'minItems',
                                params: { limit: 1 },
                                message: 'must NOT have fewer than 1 items',
                              },
                            ]),
                            !1
                          );
                        {
                          var o = !0;
                          let _ = d.length;
                          for (let w = 0; w < _; w++) {
                            let P = d[w],
                              q = e;
                            if (!(typeof P == 'number' && isFinite(P)))
                              return (
                                (U.errors = [
                                  {
                                    instancePath: t + '/confidence/x/' + w,
                                    schemaPath: '#/$defs/Curve/properties/x/items/type',
                                    keyword: 'type',
                                    params: { type: 'number' },
                                    message: 'must be number',
                                  },
                                ]),
                                !1
                              );
                            var o = q === e;
                            if (!o) break;
                          }
                        }
                      } else
                        return (
                          (U.errors = [
                            {
                              instancePath: t + '/confidence/x',
                              schemaPath: '#/$defs/Curve/properties/x/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array',
                            },
                          ]),
                          !1
                        );
                    var f = g === e;
                  } else var f = !0;
                  if (f)
                    if (a.y !== void 0) {
                      let d = a.y,
                        g = e;
                      if (e === g)
                        if (Array.isArray(d)) {
                          if (d.length < 1)
                            return (
                              (U.errors = [
                                {
                                  instancePath: t + '/confidence/y',
                                  schemaPath: '#/$defs/Curve/properties/y/minItems',
                                  keyword: 'minItems',
                                  params: { limit: 1 },
                                  message: 'must NOT have fewer than 1 items',
                                },
                              ]),
                              !1
                            );
                          {
                            var y = !0;
                            let w = d.length;
                            for (let P = 0; P < w; P++) {
                              let q = d[P],
                                j = e;
                              if (!(typeof q == 'number' && isFinite(q)))
                                return (
                                  (U.errors = [
                                    {
                                      instancePath: t + '/confidence/y/' + P,
                                      schemaPath: '#/$defs/Curve/properties/y/items/type',
                                      keyword: 'type',
                                      params: { type: 'number' },
                                      message: 'must be number',
                                    },
                                  ]),
                                  !1
                                );
                              var y = j === e;
                              if (!y) break;
                            }
                          }
                        } else
                          return (
                            (U.errors = [
                              {
                                instancePath: t + '/confidence/y',
                                schemaPath: '#/$defs/Curve/properties/y/type',
                                keyword: 'type',
                                params: { type: 'array' },
                                message: 'must be array',
                              },
                            ]),
                            !1
                          );
                      var f = g === e;
                    } else var f = !0;
                } else
                  return (
                    (U.errors = [
                      {
                        instancePath: t + '/confidence',
                        schemaPath: '#/$defs/Curve/type',
                        keyword: 'type',
                        params: { type: 'object' },
                        message: 'must be object',
                      },
                    ]),
                    !1
                  );
              var i = m === e;
            } else var i = !0;
        }
      }
    } else
      return (
        (U.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((U.errors = s), e === 0);
}
U.evaluated = {
  props: { id: !0, reference: !0, interval: !0, confidence: !0 },
  dynamicProps: !1,
  dynamicItems: !1,
};
function J(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = J.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let a;
      if (
        (r.schema === void 0 && (a = 'schema')) ||
        (r.domains === void 0 && (a = 'domains')) ||
        (r.abstention === void 0 && (a = 'abstention')) ||
        (r.contributions === void 0 && (a = 'contributions')) ||
        (r.technical === void 0 && (a = 'technical'))
      )
        return (
          (J.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: a },
              message: "must have required property '" + a + "'",
            },
          ]),
          !1
        );
      if (r.schema !== void 0) {
        let m = e;
        if (r.schema !== 1)
          return (
            (J.errors = [
              {
                instancePath: t + '/schema',
                schemaPath: '#/properties/schema/const',
                keyword: 'const',
                params: { allowedValue: 1 },
                message: 'must be equal to constant',
              },
            ]),
            !1
          );
        var i = m === e;
      } else var i = !0;
      if (i) {
        if (r.domains !== void 0) {
          let m = r.domains,
            v = e;
          if (e === v)
            if (Array.isArray(m)) {
              if (m.length < 1)
                return (
                  (J.errors = [
                    {
                      instancePath: t + '/domains',
                      schemaPath: '#/properties/domains/minItems',
                      keyword: 'minItems',
                      params: { limit: 1 },
                      message: 'must NOT have fewer than 1 items',
                    },
                  ]),
                  !1
                );
              {
                var p = !0;
                let l = m.length;
                for (let d = 0; d < l; d++) {
                  let g = e;
                  U(m[d], {
                    instancePath: t + '/domains/' + d,
                    parentData: m,
                    parentDataProperty: d,
                    rootData: x,
                    dynamicAnchors: N,
                  }) || ((s = s === null ? U.errors : s.concat(U.errors)), (e = s.length));
                  var p = g === e;
                  if (!p) break;
                }
              }
            } else
              return (
                (J.errors = [
                  {
                    instancePath: t + '/domains',
                    schemaPath: '#/properties/domains/type',
                    keyword: 'type',
                    params: { type: 'array' },
                    message: 'must be array',
                  },
                ]),
                !1
              );
          var i = v === e;
        } else var i = !0;
        if (i) {
          if (r.abstention !== void 0) {
            let m = r.abstention,
              v = e;
            if (e === e)
              if (m && typeof m == 'object' && !Array.isArray(m)) {
                let d;
                if (m.unfamiliarity === void 0 && (d = 'unfamiliarity'))
                  return (
                    (J.errors = [
                      {
                        instancePath: t + '/abstention',
                        schemaPath: '#/$defs/Abstention/required',
                        keyword: 'required',
                        params: { missingProperty: d },
                        message: "must have required property '" + d + "'",
                      },
                    ]),
                    !1
                  );
                if (m.unfamiliarity !== void 0) {
                  let g = m.unfamiliarity;
                  if (!(typeof g == 'number' && isFinite(g)))
                    return (
                      (J.errors = [
                        {
                          instancePath: t + '/abstention/unfamiliarity',
                          schemaPath: '#/$defs/Abstention/properties/unfamiliarity/type',
                          keyword: 'type',
                          params: { type: 'number' },
                          message: 'must be number',
                        },
                      ]),
                      !1
                    );
                }
              } else
                return (
                  (J.errors = [
                    {
                      instancePath: t + '/abstention',
                      schemaPath: '#/$defs/Abstention/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    },
                  ]),
                  !1
                );
            var i = v === e;
          } else var i = !0;
          if (i) {
            if (r.contributions !== void 0) {
              let m = r.contributions,
                v = e;
              if (e === v)
                if (m && typeof m == 'object' && !Array.isArray(m))
                  for (let l in m) {
                    let d = m[l],
                      g = e;
                    if (e === e)
                      if (d && typeof d == 'object' && !Array.isArray(d)) {
                        let w;
                        if ((d.x === void 0 && (w = 'x')) || (d.y === void 0 && (w = 'y')))
                          return (
                            (J.errors = [
                              {
                                instancePath:
                                  t +
                                  '/contributions/' +
                                  l.replace(/~/g, '~0').replace(/\//g, '~1'),
                                schemaPath: '#/$defs/Curve/required',
                                keyword: 'required',
                                params: { missingProperty: w },
                                message: "must have required property '" + w + "'",
                              },
                            ]),
                            !1
                          );
                        if (d.x !== void 0) {
                          let P = d.x,
                            q = e;
                          if (e === q)
                            if (Array.isArray(P)) {
                              if (P.length < 1)
                                return (
                                  (J.errors = [
                                    {
                                      instancePath:
                                        t +
                                        '/contributions/' +
                                        l.replace(/~/g, '~0').replace(/\//g, '~1') +
                                        '/x',
                                      schemaPath: '#/$defs/Curve/properties/x/minItems',
                                      keyword: 'minItems',
                                      params: { limit: 1 },
                                      message: 'must NOT have fewer than 1 items',
                                    },
                                  ]),
                                  !1
                                );
                              {
                                var u = !0;
                                let j = P.length;
                                for (let b = 0; b < j; b++) {
                                  let A = P[b],
                                    V = e;
                                  if (!(typeof A == 'number' && isFinite(A)))
                                    return (
                                      (J.errors = [
                                        {
                                          instancePath:
                                            t +
                                            '/contributions/' +
                                            l.replace(/~/g, '~0').replace(/\//g, '~1') +
                                            '/x/' +
                                            b,
                                          schemaPath: '#/$defs/Curve/properties/x/items/type',
                                          keyword: 'type',
                                          params: { type: 'number' },
                                          message: 'must be number',
                                        },
                                      ]),
                                      !1
                                    );
                                  var u = V === e;
                                  if (!u) break;
                                }
                              }
                            } else
                              return (
                                (J.errors = [
                                  {
                                    instancePath:
                                      t +
                                      '/contributions/' +
                                      l.replace(/~/g, '~0').replace(/\//g, '~1') +
                                      '/x',
                                    schemaPath: '#/$defs/Curve/properties/x/type',
                                    keyword: 'type',
                                    params: { type: 'array' },
                                    message: 'must be array',
                                  },
                                ]),
                                !1
                              );
                          var n = q === e;
                        } else var n = !0;
                        if (n)
                          if (d.y !== void 0) {
                            let P = d.y,
                              q = e;
                            if (e === q)
                              if (Array.isArray(P)) {
                                if (P.length < 1)
                                  return (
                                    (J.errors = [
                                      {
                                        instancePath:
                                          t +
                                          '/contributions/' +
                                          l.replace(/~/g, '~0').replace(/\//g, '~1') +
                                          '/y',
                                        schemaPath: '#/$defs/Curve/properties/y/minItems',
                                        keyword: 'minItems',
                                        params: { limit: 1 },
                                        message: 'must NOT have fewer than 1 items',
                                      },
                                    ]),
                                    !1
                                  );
                                {
                                  var o = !0;
                                  let b = P.length;
                                  for (let A = 0; A < b; A++) {
                                    let V = P[A],
                                      ae = e;
                                    if (!(typeof V == 'number' && isFinite(V)))
                                      return (
                                        (J.errors = [
                                          {
                                            instancePath:
                                              t +
                                              '/contributions/' +
                                              l.replace(/~/g, '~0').replace(/\//g, '~1') +
                                              '/y/' +
                                              A,
                                            schemaPath: '#/$defs/Curve/properties/y/items/type',
                                            keyword: 'type',
                                            params: { type: 'number' },
                                            message: 'must be number',
                                          },
                                        ]),
                                        !1
                                      );
                                    var o = ae === e;
                                    if (!o) break;
                                  }
                                }
                              } else
                                return (
                                  (J.errors = [
                                    {
                                      instancePath:
                                        t +
                                        '/contributions/' +
                                        l.replace(/~/g, '~0').replace(/\//g, '~1') +
                                        '/y',
                                      schemaPath: '#/$defs/Curve/properties/y/type',
                                      keyword: 'type',
                                      params: { type: 'array' },
                                      message: 'must be array',
                                    },
                                  ]),
                                  !1
                                );
                            var n = q === e;
                          } else var n = !0;
                      } else
                        return (
                          (J.errors = [
                            {
                              instancePath:
                                t + '/contributions/' + l.replace(/~/g, '~0').replace(/\//g, '~1'),
                              schemaPath: '#/$defs/Curve/type',
                              keyword: 'type',
                              params: { type: 'object' },
                              message: 'must be object',
                            },
                          ]),
                          !1
                        );
                    var f = g === e;
                    if (!f) break;
                  }
                else
                  return (
                    (J.errors = [
                      {
                        instancePath: t + '/contributions',
                        schemaPath: '#/properties/contributions/type',
                        keyword: 'type',
                        params: { type: 'object' },
                        message: 'must be object',
                      },
                    ]),
                    !1
                  );
              var i = v === e;
            } else var i = !0;
            if (i)
              if (r.technical !== void 0) {
                let m = r.technical,
                  v = e;
                if (e === e)
                  if (m && typeof m == 'object' && !Array.isArray(m)) {
                    let d;
                    if (
                      (m.intercept === void 0 && (d = 'intercept')) ||
                      (m.weights === void 0 && (d = 'weights'))
                    )
                      return (
                        (J.errors = [
                          {
                            instancePath: t + '/technical',
                            schemaPath: '#/$defs/TechnicalModel/required',
                            keyword: 'required',
                            params: { missingProperty: d },
                            message: "must have required property '" + d + "'",
                          },
                        ]),
                        !1
                      );
                    if (m.intercept !== void 0) {
                      let g = m.intercept,
                        _ = e;
                      if (!(typeof g == 'number' && isFinite(g)))
                        return (
                          (J.errors = [
                            {
                              instancePath: t + '/technical/intercept',
                              schemaPath: '#/$defs/TechnicalModel/properties/intercept/type',
                              keyword: 'type',
                              params: { type: 'number' },
                              message: 'must be number',
                            },
                          ]),
                          !1
                        );
                      var y = _ === e;
                    } else var y = !0;
                    if (y)
                      if (m.weights !== void 0) {
                        let g = m.weights,
                          _ = e;
                        if (e === _)
                          if (g && typeof g == 'object' && !Array.isArray(g))
                            for (let P in g) {
                              let q = g[P],
                                j = e;
                              if (!(typeof q == 'number' && isFinite(q)))
                                return (
                                  (J.errors = [
                                    {
                                      instancePath:
                                        t +
                                        '/technical/weights/' +
                                        P.replace(/~/g, '~0').replace(/\//g, '~1'),
                                      schemaPath:
                                        '#/$defs/TechnicalModel/properties/weights/additionalProperties/type',
                                      keyword: 'type',
                                      params: { type: 'number' },
                                      message: 'must be number',
                                    },
                                  ]),
                                  !1
                                );
                              var h = j === e;
                              if (!h) break;
                            }
                          else
                            return (
                              (J.errors = [
                                {
                                  instancePath: t + '/technical/weights',
                                  schemaPath: '#/$defs/TechnicalModel/properties/weights/type',
                                  keyword: 'type',
                                  params: { type: 'object' },
                                  message: 'must be object',
                                },
                              ]),
                              !1
                            );
                        var y = _ === e;
                      } else var y = !0;
                  } else
                    return (
                      (J.errors = [
                        {
                          instancePath: t + '/technical',
                          schemaPath: '#/$defs/TechnicalModel/type',
                          keyword: 'type',
                          params: { type: 'object' },
                          message: 'must be object',
                        },
                      ]),
                      !1
                    );
                var i = v === e;
              } else var i = !0;
          }
        }
      }
    } else
      return (
        (J.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((J.errors = s), e === 0);
}
J.evaluated = {
  props: { schema: !0, domains: !0, abstention: !0, contributions: !0, technical: !0 },
  dynamicProps: !1,
  dynamicItems: !1,
};
var dr = Q;
function ce(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = ce.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let o;
      if (
        (r.weights === void 0 && (o = 'weights')) ||
        (r.attributes === void 0 && (o = 'attributes')) ||
        (r.confidence === void 0 && (o = 'confidence'))
      )
        return (
          (ce.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: o },
              message: "must have required property '" + o + "'",
            },
          ]),
          !1
        );
      if (r.weights !== void 0) {
        let f = r.weights,
          y = e;
        if (e === y)
          if (f && typeof f == 'object' && !Array.isArray(f))
            for (let h in f) {
              let a = f[h],
                m = e;
              if (!(typeof a == 'number' && isFinite(a)))
                return (
                  (ce.errors = [
                    {
                      instancePath: t + '/weights/' + h.replace(/~/g, '~0').replace(/\//g, '~1'),
                      schemaPath: '#/properties/weights/additionalProperties/type',
                      keyword: 'type',
                      params: { type: 'number' },
                      message: 'must be number',
                    },
                  ]),
                  !1
                );
              var i = m === e;
              if (!i) break;
            }
          else
            return (
              (ce.errors = [
                {
                  instancePath: t + '/weights',
                  schemaPath: '#/properties/weights/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                },
              ]),
              !1
            );
        var p = y === e;
      } else var p = !0;
      if (p) {
        if (r.attributes !== void 0) {
          let f = r.attributes,
            y = e;
          if (e === y)
            if (f && typeof f == 'object' && !Array.isArray(f))
              for (let a in f) {
                let m = f[a],
                  v = e;
                if (!(typeof m == 'number' && isFinite(m)))
                  return (
                    (ce.errors = [
                      {
                        instancePath:
                          t + '/attributes/' + a.replace(/~/g, '~0').replace(/\//g, '~1'),
                        schemaPath: '#/properties/attributes/additionalProperties/type',
                        keyword: 'type',
                        params: { type: 'number' },
                        message: 'must be number',
                      },
                    ]),
                    !1
                  );
                var u = v === e;
                if (!u) break;
              }
            else
              return (
                (ce.errors = [
                  {
                    instancePath: t + '/attributes',
                    schemaPath: '#/properties/attributes/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object',
                  },
                ]),
                !1
              );
          var p = y === e;
        } else var p = !0;
        if (p)
          if (r.confidence !== void 0) {
            let f = r.confidence,
              y = e;
            if (e === e)
              if (f && typeof f == 'object' && !Array.isArray(f)) {
                let m;
                if ((f.scale === void 0 && (m = 'scale')) || (f.shift === void 0 && (m = 'shift')))
                  return (
                    (ce.errors = [
                      {
                        instancePath: t + '/confidence',
                        schemaPath: '#/$defs/Confidence/required',
                        keyword: 'required',
                        params: { missingProperty: m },
                        message: "must have required property '" + m + "'",
                      },
                    ]),
                    !1
                  );
                if (f.scale !== void 0) {
                  let v = f.scale,
                    c = e;
                  if (!(typeof v == 'number' && isFinite(v)))
                    return (
                      (ce.errors = [
                        {
                          instancePath: t + '/confidence/scale',
                          schemaPath: '#/$defs/Confidence/properties/scale/type',
                          keyword: 'type',
                          params: { type: 'number' },
                          message: 'must be number',
                        },
                      ]),
                      !1
                    );
                  var n = c === e;
                } else var n = !0;
                if (n)
                  if (f.shift !== void 0) {
                    let v = f.shift,
                      c = e;
                    if (!(typeof v == 'number' && isFinite(v)))
                      return (
                        (ce.errors = [
                          {
                            instancePath: t + '/confidence/shift',
                            schemaPath: '#/$defs/Confidence/properties/shift/type',
                            keyword: 'type',
                            params: { type: 'number' },
                            message: 'must be number',
                          },
                        ]),
                        !1
                      );
                    var n = c === e;
                  } else var n = !0;
              } else
                return (
                  (ce.errors = [
                    {
                      instancePath: t + '/confidence',
                      schemaPath: '#/$defs/Confidence/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    },
                  ]),
                  !1
                );
            var p = y === e;
          } else var p = !0;
      }
    } else
      return (
        (ce.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((ce.errors = s), e === 0);
}
ce.evaluated = {
  props: { weights: !0, attributes: !0, confidence: !0 },
  dynamicProps: !1,
  dynamicItems: !1,
};
function Q(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = Q.evaluated;
  if ((k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0), e === 0))
    if (r && typeof r == 'object' && !Array.isArray(r)) {
      let h;
      if (
        (r.schema === void 0 && (h = 'schema')) ||
        (r.worth === void 0 && (h = 'worth')) ||
        (r.gain === void 0 && (h = 'gain')) ||
        (r.second === void 0 && (h = 'second'))
      )
        return (
          (Q.errors = [
            {
              instancePath: t,
              schemaPath: '#/required',
              keyword: 'required',
              params: { missingProperty: h },
              message: "must have required property '" + h + "'",
            },
          ]),
          !1
        );
      if (r.schema !== void 0) {
        let a = e;
        if (r.schema !== 1)
          return (
            (Q.errors = [
              {
                instancePath: t + '/schema',
                schemaPath: '#/properties/schema/const',
                keyword: 'const',
                params: { allowedValue: 1 },
                message: 'must be equal to constant',
              },
            ]),
            !1
          );
        var i = a === e;
      } else var i = !0;
      if (i) {
        if (r.worth !== void 0) {
          let a = e;
          ce(r.worth, {
            instancePath: t + '/worth',
            parentData: r,
            parentDataProperty: 'worth',
            rootData: x,
            dynamicAnchors: N,
          }) || ((s = s === null ? ce.errors : s.concat(ce.errors)), (e = s.length));
          var i = a === e;
        } else var i = !0;
        if (i) {
          if (r.gain !== void 0) {
            let a = r.gain,
              m = e;
            if (e === e)
              if (a && typeof a == 'object' && !Array.isArray(a)) {
                let l;
                if (
                  (a.aesthetic === void 0 && (l = 'aesthetic')) ||
                  (a.perSeverity === void 0 && (l = 'perSeverity')) ||
                  (a.least === void 0 && (l = 'least')) ||
                  (a.level === void 0 && (l = 'level')) ||
                  (a.below === void 0 && (l = 'below')) ||
                  (a.above === void 0 && (l = 'above'))
                )
                  return (
                    (Q.errors = [
                      {
                        instancePath: t + '/gain',
                        schemaPath: '#/$defs/GainModel/required',
                        keyword: 'required',
                        params: { missingProperty: l },
                        message: "must have required property '" + l + "'",
                      },
                    ]),
                    !1
                  );
                if (a.aesthetic !== void 0) {
                  let d = a.aesthetic,
                    g = e;
                  if (!(typeof d == 'number' && isFinite(d)))
                    return (
                      (Q.errors = [
                        {
                          instancePath: t + '/gain/aesthetic',
                          schemaPath: '#/$defs/GainModel/properties/aesthetic/type',
                          keyword: 'type',
                          params: { type: 'number' },
                          message: 'must be number',
                        },
                      ]),
                      !1
                    );
                  var p = g === e;
                } else var p = !0;
                if (p) {
                  if (a.perSeverity !== void 0) {
                    let d = a.perSeverity,
                      g = e;
                    if (!(typeof d == 'number' && isFinite(d)))
                      return (
                        (Q.errors = [
                          {
                            instancePath: t + '/gain/perSeverity',
                            schemaPath: '#/$defs/GainModel/properties/perSeverity/type',
                            keyword: 'type',
                            params: { type: 'number' },
                            message: 'must be number',
                          },
                        ]),
                        !1
                      );
                    var p = g === e;
                  } else var p = !0;
                  if (p) {
                    if (a.least !== void 0) {
                      let d = a.least,
                        g = e;
                      if (!(typeof d == 'number' && isFinite(d)))
                        return (
                          (Q.errors = [
                            {
                              instancePath: t + '/gain/least',
                              schemaPath: '#/$defs/GainModel/properties/least/type',
                              keyword: 'type',
                              params: { type: 'number' },
                              message: 'must be number',
                            },
                          ]),
                          !1
                        );
                      var p = g === e;
                    } else var p = !0;
                    if (p) {
                      if (a.level !== void 0) {
                        let d = a.level,
                          g = e;
                        if (!(typeof d == 'number' && isFinite(d)))
                          return (
                            (Q.errors = [
                              {
                                instancePath: t + '/gain/level',
                                schemaPath: '#/$defs/GainModel/properties/level/type',
                                keyword: 'type',
                                params: { type: 'number' },
                                message: 'must be number',
                              },
                            ]),
                            !1
                          );
                        var p = g === e;
                      } else var p = !0;
                      if (p) {
                        if (a.below !== void 0) {
                          let d = a.below,
                            g = e;
                          if (!(typeof d == 'number' && isFinite(d)))
                            return (
                              (Q.errors = [
                                {
                                  instancePath: t + '/gain/below',
                                  schemaPath: '#/$defs/GainModel/properties/below/type',
                                  keyword: 'type',
                                  params: { type: 'number' },
                                  message: 'must be number',
                                },
                              ]),
                              !1
                            );
                          var p = g === e;
                        } else var p = !0;
                        if (p)
                          if (a.above !== void 0) {
                            let d = a.above,
                              g = e;
                            if (!(typeof d == 'number' && isFinite(d)))
                              return (
                                (Q.errors = [
                                  {
                                    instancePath: t + '/gain/above',
                                    schemaPath: '#/$defs/GainModel/properties/above/type',
                                    keyword: 'type',
                                    params: { type: 'number' },
                                    message: 'must be number',
                                  },
                                ]),
                                !1
                              );
                            var p = g === e;
                          } else var p = !0;
                      }
                    }
                  }
                }
              } else
                return (
                  (Q.errors = [
                    {
                      instancePath: t + '/gain',
                      schemaPath: '#/$defs/GainModel/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object',
                    },
                  ]),
                  !1
                );
            var i = m === e;
          } else var i = !0;
          if (i)
            if (r.second !== void 0) {
              let a = r.second,
                m = e;
              if (e === e)
                if (a && typeof a == 'object' && !Array.isArray(a)) {
                  let l;
                  if (
                    (a.mean === void 0 && (l = 'mean')) ||
                    (a.deviation === void 0 && (l = 'deviation')) ||
                    (a.linear === void 0 && (l = 'linear')) ||
                    (a.square === void 0 && (l = 'square')) ||
                    (a.tolerance === void 0 && (l = 'tolerance'))
                  )
                    return (
                      (Q.errors = [
                        {
                          instancePath: t + '/second',
                          schemaPath: '#/$defs/SecondReader/required',
                          keyword: 'required',
                          params: { missingProperty: l },
                          message: "must have required property '" + l + "'",
                        },
                      ]),
                      !1
                    );
                  if (a.mean !== void 0) {
                    let d = a.mean,
                      g = e;
                    if (e === g)
                      if (Array.isArray(d)) {
                        var u = !0;
                        let _ = d.length;
                        for (let w = 0; w < _; w++) {
                          let P = d[w],
                            q = e;
                          if (!(typeof P == 'number' && isFinite(P)))
                            return (
                              (Q.errors = [
                                {
                                  instancePath: t + '/second/mean/' + w,
                                  schemaPath: '#/$defs/SecondReader/properties/mean/items/type',
                                  keyword: 'type',
                                  params: { type: 'number' },
                                  message: 'must be number',
                                },
                              ]),
                              !1
                            );
                          var u = q === e;
                          if (!u) break;
                        }
                      } else
                        return (
                          (Q.errors = [
                            {
                              instancePath: t + '/second/mean',
                              schemaPath: '#/$defs/SecondReader/properties/mean/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array',
                            },
                          ]),
                          !1
                        );
                    var n = g === e;
                  } else var n = !0;
                  if (n) {
                    if (a.deviation !== void 0) {
                      let d = a.deviation,
                        g = e;
                      if (e === g)
                        if (Array.isArray(d)) {
                          var o = !0;
                          let w = d.length;
                          for (let P = 0; P < w; P++) {
                            let q = d[P],
                              j = e;
                            if (!(typeof q == 'number' && isFinite(q)))
                              return (
                                (Q.errors = [
                                  {
                                    instancePath: t + '/second/deviation/' + P,
                                    schemaPath:
                                      '#/$defs/SecondReader/properties/deviation/items/type',
                                    keyword: 'type',
                                    params: { type: 'number' },
                                    message: 'must be number',
                                  },
                                ]),
                                !1
                              );
                            var o = j === e;
                            if (!o) break;
                          }
                        } else
                          return (
                            (Q.errors = [
                              {
                                instancePath: t + '/second/deviation',
                                schemaPath: '#/$defs/SecondReader/properties/deviation/type',
                                keyword: 'type',
                                params: { type: 'array' },
                                message: 'must be array',
                              },
                            ]),
                            !1
                          );
                      var n = g === e;
                    } else var n = !0;
                    if (n) {
                      if (a.linear !== void 0) {
                        let d = a.linear,
                          g = e;
                        if (e === g)
                          if (Array.isArray(d)) {
                            var f = !0;
                            let w = d.length;
                            for (let P = 0; P < w; P++) {
                              let q = d[P],
                                j = e;
                              if (!(typeof q == 'number' && isFinite(q)))
                                return (
                                  (Q.errors = [
                                    {
                                      instancePath: t + '/second/linear/' + P,
                                      schemaPath:
                                        '#/$defs/SecondReader/properties/linear/items/type',
                                      keyword: 'type',
                                      params: { type: 'number' },
                                      message: 'must be number',
                                    },
                                  ]),
                                  !1
                                );
                              var f = j === e;
                              if (!f) break;
                            }
                          } else
                            return (
                              (Q.errors = [
                                {
                                  instancePath: t + '/second/linear',
                                  schemaPath: '#/$defs/SecondReader/properties/linear/type',
                                  keyword: 'type',
                                  params: { type: 'array' },
                                  message: 'must be array',
                                },
                              ]),
                              !1
                            );
                        var n = g === e;
                      } else var n = !0;
                      if (n) {
                        if (a.square !== void 0) {
                          let d = a.square,
                            g = e;
                          if (e === g)
                            if (Array.isArray(d)) {
                              var y = !0;
                              let w = d.length;
                              for (let P = 0; P < w; P++) {
                                let q = d[P],
                                  j = e;
                                if (!(typeof q == 'number' && isFinite(q)))
                                  return (
                                    (Q.errors = [
                                      {
                                        instancePath: t + '/second/square/' + P,
                                        schemaPath:
                                          '#/$defs/SecondReader/properties/square/items/type',
                                        keyword: 'type',
                                        params: { type: 'number' },
                                        message: 'must be number',
                                      },
                                    ]),
                                    !1
                                  );
                                var y = j === e;
                                if (!y) break;
                              }
                            } else
                              return (
                                (Q.errors = [
                                  {
                                    instancePath: t + '/second/square',
                                    schemaPath: '#/$defs/SecondReader/properties/square/type',
                                    keyword: 'type',
                                    params: { type: 'array' },
                                    message: 'must be array',
                                  },
                                ]),
                                !1
                              );
                          var n = g === e;
                        } else var n = !0;
                        if (n)
                          if (a.tolerance !== void 0) {
                            let d = a.tolerance,
                              g = e;
                            if (!(typeof d == 'number' && isFinite(d)))
                              return (
                                (Q.errors = [
                                  {
                                    instancePath: t + '/second/tolerance',
                                    schemaPath: '#/$defs/SecondReader/properties/tolerance/type',
                                    keyword: 'type',
                                    params: { type: 'number' },
                                    message: 'must be number',
                                  },
                                ]),
                                !1
                              );
                            var n = g === e;
                          } else var n = !0;
                      }
                    }
                  }
                } else
                  return (
                    (Q.errors = [
                      {
                        instancePath: t + '/second',
                        schemaPath: '#/$defs/SecondReader/type',
                        keyword: 'type',
                        params: { type: 'object' },
                        message: 'must be object',
                      },
                    ]),
                    !1
                  );
              var i = m === e;
            } else var i = !0;
        }
      }
    } else
      return (
        (Q.errors = [
          {
            instancePath: t,
            schemaPath: '#/type',
            keyword: 'type',
            params: { type: 'object' },
            message: 'must be object',
          },
        ]),
        !1
      );
  return ((Q.errors = s), e === 0);
}
Q.evaluated = {
  props: { schema: !0, worth: !0, gain: !0, second: !0 },
  dynamicProps: !1,
  dynamicItems: !1,
};
var pr = Te;
function Te(
  r,
  {
    instancePath: t = '',
    parentData: C,
    parentDataProperty: T,
    rootData: x = r,
    dynamicAnchors: N = {},
  } = {},
) {
  let s = null,
    e = 0,
    k = Te.evaluated;
  (k.dynamicProps && (k.props = void 0), k.dynamicItems && (k.items = void 0));
  let i = e,
    p = !1,
    u = null,
    n = e;
  E(r, { instancePath: t, parentData: C, parentDataProperty: T, rootData: x, dynamicAnchors: N }) ||
    ((s = s === null ? E.errors : s.concat(E.errors)), (e = s.length));
  var y = n === e;
  if (y) {
    ((p = !0), (u = 0));
    var o = {};
    ((o.status = !0),
      (o.source = !0),
      (o.picture = !0),
      (o.domain = !0),
      (o.score = !0),
      (o.attributes = !0),
      (o.findings = !0),
      (o.features = !0),
      (o.rank = !0),
      (o.stamps = !0),
      (o.attention = !0),
      (o.regions = !0),
      (o.comment = !0),
      (o.statistics = !0),
      (o.suggestions = !0));
  }
  let f = e;
  Z(r, { instancePath: t, parentData: C, parentDataProperty: T, rootData: x, dynamicAnchors: N }) ||
    ((s = s === null ? Z.errors : s.concat(Z.errors)), (e = s.length));
  var y = f === e;
  if (
    (y && p
      ? ((p = !1), (u = [u, 1]))
      : y &&
        ((p = !0),
        (u = 1),
        o !== !0 && ((o = o || {}), (o.status = !0), (o.source = !0), (o.error = !0))),
    p)
  )
    ((e = i), s !== null && (i ? (s.length = i) : (s = null)));
  else {
    let h = {
      instancePath: t,
      schemaPath: '#/oneOf',
      keyword: 'oneOf',
      params: { passingSchemas: u },
      message: 'must match exactly one schema in oneOf',
    };
    return (s === null ? (s = [h]) : s.push(h), e++, (Te.errors = s), !1);
  }
  return ((Te.errors = s), (k.props = o), e === 0);
}
Te.evaluated = { dynamicProps: !0, dynamicItems: !1 };
export {
  tr as validateAlignmentCalibration,
  sr as validateAnswer,
  ir as validateAssessmentDocument,
  pr as validateAssessmentResult,
  ar as validateBundleManifest,
  nr as validateFaultsCalibration,
  or as validateScoringCalibration,
  dr as validateSuggestionCalibration,
};
