//! Making classes: their order, what their instances hold, slots. What a `class` statement does before and after is
//! `class_statement`'s.

use std::rc::Rc;

use crate::objects::{
    Class, ClassKind, Dict, Exc, NativeData, Slot, Str, next_version, type_error, value_error,
};
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// A class written in Python, of classes and a namespace. Mirrors `type_new_impl`.
    pub(crate) fn new_class(
        &mut self,
        name: &Rc<Str>,
        parents: Vec<Rc<Class>>,
        namespace: &Rc<Dict>,
        metaclass: Option<Rc<Class>>,
    ) -> Result<Rc<Class>, Exc> {
        let parents = if parents.is_empty() { vec![self.types.object.clone()] } else { parents };
        for parent in &parents {
            let closed = [
                "bool",
                "NoneType",
                "function",
                "range",
                "slice",
                "generator",
                "coroutine",
                "method",
                "builtin_function_or_method",
                "ellipsis",
                "NotImplementedType",
                "async_generator",
                "cell",
                "code",
                "frame",
                "traceback",
                "mappingproxy",
                "dict_keys",
                "dict_values",
                "dict_items",
                "memoryview",
                "method_descriptor",
                "member_descriptor",
            ];
            if parent.builtin && closed.contains(&parent.name().as_str()) {
                return Err(type_error(format!("type '{}' is not an acceptable base type", parent.name())));
            }
        }
        self.check_layout(&parents)?;
        let ancestors = linearize(&parents)?;
        self.charge(512 + ancestors.len() * 16)?;
        let kind = ancestors
            .iter()
            .find_map(|class| match class.kind {
                ClassKind::Exception(kind) if class.builtin => Some(ClassKind::Exception(kind)),
                _ => None,
            })
            .unwrap_or(ClassKind::Instance);
        let dict = self.new_dict();
        for (key, value) in namespace.entries() {
            if let Value::Str(key) = &key {
                if **key == *self.names.classcell && matches!(value, Value::Cell(_)) {
                    continue;
                }
                let value = self.implied_binding(key, value);
                dict.set_name(key, value);
            }
        }
        let slots = match dict.get_name(&self.names.slots) {
            Some(slots) => Some(self.make_slots(name, &dict, &slots)?),
            None => None,
        };
        if dict.get_name(&self.names.eq).is_some() && dict.get_name(&self.names.hash).is_none() {
            dict.set_name(&self.names.hash.clone(), Value::None);
        }
        if dict.get_name(&self.names.doc).is_none() {
            dict.set_name(&self.names.doc.clone(), Value::None);
        }
        let qualname = match dict.remove_name(&self.names.qualname) {
            Some(Value::Str(qualname)) => qualname,
            _ => name.clone(),
        };
        let takes_any = |class: &Rc<Class>| class.has_dict || Rc::ptr_eq(class, &self.types.future);
        let with_dict = slots.unwrap_or(true) || ancestors.iter().any(takes_any);
        let finalizes =
            dict.get_name(&self.names.del).is_some() || ancestors.iter().any(|class| class.finalizes.get());
        let class = Rc::new(Class {
            name: name.clone().into(),
            qualname: qualname.into(),
            bases: parents.clone().into(),
            ancestors: ancestors.into(),
            dict,
            kind,
            builtin: false,
            subclasses: Vec::new().into(),
            version: std::cell::Cell::new(next_version()),
            plain: std::cell::Cell::new(0),
            cache: Default::default(),
            constructor: std::cell::Cell::new(None),
            metaclass: metaclass.into(),
            has_dict: with_dict,
            finalizes: finalizes.into(),
            abstract_methods: false.into(),
        });
        for parent in &parents {
            if !parent.builtin {
                parent.subclasses.borrow_mut().push(Rc::downgrade(&class));
            }
        }
        self.heap.class(&class);
        Ok(class)
    }

    /// Puts a descriptor for each slot into the namespace; whether `__dict__` is among them.
    fn make_slots(&mut self, class: &Rc<Str>, dict: &Dict, slots: &Value) -> Result<bool, Exc> {
        let names = match slots {
            Value::Str(_) => vec![slots.clone()],
            other => match self.collect(other)? {
                Some(names) => names,
                None => {
                    let name = self.type_name(other);
                    return Err(type_error(format!("'{name}' object is not iterable")));
                }
            },
        };
        let mut with_dict = false;
        for name in names {
            let Value::Str(text) = &name else {
                let name = self.type_name(&name);
                return Err(type_error(format!("__slots__ items must be strings, not '{name}'")));
            };
            match text.as_str() {
                "__dict__" => with_dict = true,
                "__weakref__" => {}
                plain => {
                    if !crate::text::str_methods::is_identifier(plain) {
                        return Err(type_error("__slots__ must be identifiers"));
                    }
                    let mangled = crate::compile::mangle(Some(class.as_str()), plain);
                    let key = crate::vm::intern(mangled.as_deref().unwrap_or(plain));
                    if dict.get_name(&key).is_some() {
                        return Err(value_error(format!(
                            "'{plain}' in __slots__ conflicts with class variable"
                        )));
                    }
                    let slot = Slot { name: key.clone(), owner: class.clone() };
                    let of = self.types.rare("member_descriptor");
                    dict.set_name(&key, super::types::object(&of, NativeData::Slot(Box::new(slot))));
                }
            }
        }
        Ok(with_dict)
    }

    /// A TypeError if the bases hold different kinds of things. Mirrors `best_base`.
    fn check_layout(&self, parents: &[Rc<Class>]) -> Result<(), Exc> {
        let mut winner: Option<Rc<Class>> = None;
        for parent in parents {
            let solid = self.solid_base(parent);
            match &winner {
                Some(known) if known.is_subclass(&solid) => {}
                Some(known) if !solid.is_subclass(known) => {
                    return Err(type_error("multiple bases have instance lay-out conflict"));
                }
                _ => winner = Some(solid),
            }
        }
        Ok(())
    }

    /// Whether instances of two classes hold the same.
    pub(super) fn same_layout(&self, a: &Rc<Class>, b: &Rc<Class>) -> bool {
        let (a, b) = (self.solid_base(a), self.solid_base(b));
        Rc::ptr_eq(&a, &b)
    }

    /// The nearest class of the order whose instances hold more than a `__dict__`.
    fn solid_base(&self, class: &Rc<Class>) -> Rc<Class> {
        let adds = |class: &Rc<Class>| match class.kind {
            ClassKind::Exception(kind) if class.builtin => kind.has_fields(),
            _ if class.builtin => true,
            _ => class.dict.entries().iter().any(|(_, value)| match value {
                Value::Object(object) => matches!(object.data, NativeData::Slot(_)),
                _ => false,
            }),
        };
        if adds(class) {
            return class.clone();
        }
        let solid = class.ancestors.borrow().iter().find(|class| adds(class)).cloned();
        solid.unwrap_or_else(|| self.types.object.clone())
    }

    /// Functions that are class or static methods by their name.
    fn implied_binding(&self, name: &Str, value: Value) -> Value {
        if !matches!(value, Value::Function(_)) {
            return value;
        }
        match name.as_str() {
            "__new__" => super::types::object(&self.types.staticmethod, NativeData::StaticMethod(value)),
            "__init_subclass__" | "__class_getitem__" => {
                super::types::object(&self.types.classmethod, NativeData::ClassMethod(value))
            }
            _ => value,
        }
    }
}

/// The C3 linearization of what comes after the class itself.
fn linearize(parents: &[Rc<Class>]) -> Result<Vec<Rc<Class>>, Exc> {
    for (at, parent) in parents.iter().enumerate() {
        if parents[..at].iter().any(|earlier| Rc::ptr_eq(earlier, parent)) {
            return Err(type_error(format!("duplicate base class {}", parent.name())));
        }
    }
    let mut lists: Vec<Vec<Rc<Class>>> = parents
        .iter()
        .map(|parent| {
            let mut list = vec![parent.clone()];
            list.extend(parent.ancestors.borrow().iter().cloned());
            list
        })
        .collect();
    lists.push(parents.to_vec());
    let mut order = Vec::new();
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Ok(order);
        }
        let next = lists.iter().map(|list| list[0].clone()).find(|candidate| {
            !lists.iter().any(|list| list[1..].iter().any(|class| Rc::ptr_eq(class, candidate)))
        });
        let Some(next) = next else {
            let names: Vec<String> = lists.iter().map(|list| list[0].name().to_string()).collect();
            let mut unique: Vec<String> = Vec::new();
            for name in names {
                if !unique.contains(&name) {
                    unique.push(name);
                }
            }
            return Err(type_error(format!(
                "Cannot create a consistent method resolution order (MRO) for bases {}",
                unique.join(", ")
            )));
        };
        for list in &mut lists {
            if Rc::ptr_eq(&list[0], &next) {
                list.remove(0);
            }
        }
        order.push(next);
    }
}
