//! A map for properties that most nodes have.

use super::NodeId;

/// A map from nodes, stored as arrays: with an entry for most nodes, it needs less memory than a hash map.
#[derive(Debug)]
pub(crate) struct NodeMap<T> {
    /// By file and by node index.
    files: Vec<Vec<Option<T>>>,
}

impl<T> Default for NodeMap<T> {
    fn default() -> Self {
        Self { files: Vec::new() }
    }
}

impl<T> NodeMap<T> {
    pub(crate) fn get(&self, node: NodeId) -> Option<&T> {
        self.files.get(node.file as usize)?.get(node.index as usize)?.as_ref()
    }

    /// Returns the previous value.
    pub(crate) fn insert(&mut self, node: NodeId, value: T) -> Option<T> {
        let nodes = grown(&mut self.files, node.file as usize)?;
        grown(nodes, node.index as usize)?.replace(value)
    }

    /// Iterates over all entries, in the order of the nodes.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (NodeId, &T)> {
        self.files.iter().zip(0..).flat_map(|(nodes, file)| {
            let all = nodes.iter().zip(0..);
            all.filter_map(move |(value, index)| Some((NodeId { file, index }, value.as_ref()?)))
        })
    }

    /// Returns the indexes of the nodes of a file that have an entry, in order.
    pub(super) fn of_file(&self, file: usize) -> Vec<u32> {
        let nodes = self.files.get(file).into_iter().flatten().zip(0..);
        nodes.filter_map(|(value, index)| value.as_ref().map(|_| index)).collect()
    }
}

/// Returns the item at an index, after extending the list with defaults.
fn grown<T: Default>(list: &mut Vec<T>, at: usize) -> Option<&mut T> {
    if list.len() <= at {
        list.resize_with(at + 1, T::default);
    }
    list.get_mut(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_know_what_was_put_into_them_and_in_which_order_nodes_are() {
        let node = |file, index| NodeId { file, index };
        let mut map = NodeMap::default();
        assert_eq!(map.insert(node(1, 2), 'a'), None);
        assert_eq!(map.insert(node(1, 0), 'b'), None);
        assert_eq!(map.insert(node(1, 2), 'c'), Some('a'));
        assert_eq!(map.insert(node(0, 3), 'd'), None);
        assert_eq!(map.insert(node(1, 2), 'e'), Some('c'));
        assert_eq!(map.insert(node(1, 4), 'f'), None);
        let all: Vec<_> = map.iter().map(|(node, value)| (node, *value)).collect();
        assert_eq!(all, [(node(0, 3), 'd'), (node(1, 0), 'b'), (node(1, 2), 'e'), (node(1, 4), 'f')]);
        assert_eq!(map.of_file(1), [0, 2, 4]);
        for unknown in [node(0, 0), node(0, 4), node(2, 0)] {
            assert_eq!(map.get(unknown), None, "{unknown:?}");
        }
        assert_eq!(map.of_file(2), [0; 0]);
    }
}
